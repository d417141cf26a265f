// The app of the one function that may use the key.
import { authenticate } from '#functions/grants/authenticate.ts'
import { importSeals } from '#functions/imports/seal.routes.ts'
import { answerErrors, houseApp } from '#functions/shared/app.ts'
import { signatures } from './sign.routes.ts'

const app = houseApp()
answerErrors(app)

export const signing = app
  .use(authenticate)
  .route('/conferences', signatures)
  .route('/archive/imports', importSeals)

export type SignApi = typeof signing
