// The app of the search: a function of its own, for it holds the index on its disk.
import { authenticate } from '#functions/grants/authenticate.ts'
import { answerErrors, houseApp } from '#functions/shared/app.ts'
import { search } from './routes.ts'

const app = houseApp()
answerErrors(app)

export const searching = app.use(authenticate).route('/archive', search)

export type SearchApi = typeof searching
