// The app of the archive: a function of its own, for it carries the S3 client and reads the locked bucket.
import { authenticate } from '#functions/grants/authenticate.ts'
import { packages } from '#functions/packages/routes.ts'
import { answerErrors, houseApp } from '#functions/shared/app.ts'
import { recordExports } from './exports.routes.ts'
import { keeping } from './keeping.routes.ts'
import { archive, keys } from './routes.ts'

const app = houseApp()
answerErrors(app)

export const archiving = app
  .route('/archive', keys)
  .use(authenticate)
  .route('/archive', keeping)
  .route('/archive', recordExports)
  .route('/archive', archive)
  .route('/archive', packages)

export type ArchiveApi = typeof archiving
