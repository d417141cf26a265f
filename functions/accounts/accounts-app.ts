// The app of accounts: a function of its own, for it alone may administer the user pool.
import { authenticate } from '#functions/grants/authenticate.ts'
import { answerErrors, houseApp } from '#functions/shared/app.ts'
import { accounts } from './routes.ts'

const app = houseApp()
answerErrors(app)

export const accounting = app.use(authenticate).route('/accounts', accounts)

export type AccountsApi = typeof accounting
