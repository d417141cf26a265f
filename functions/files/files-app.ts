// The app of files: a function of its own, for it alone reads the quarantine and hands out addresses of the store.
import { bulletinPhotos } from '#functions/bulletins/photo-file.routes.ts'
import { versions } from '#functions/contributions/versions.routes.ts'
import { authenticate } from '#functions/grants/authenticate.ts'
import { recordingFiles } from '#functions/media/recording-file.routes.ts'
import { answerErrors, houseApp } from '#functions/shared/app.ts'
import { results, uploads } from './routes.ts'

const app = houseApp()
answerErrors(app)

export const filing = app
  .use(authenticate)
  .route('/uploads', uploads)
  .route('/jobs', results)
  .route('/conferences', versions)
  .route('/conferences', recordingFiles)
  .route('/conferences', bulletinPhotos)

export type FilesApi = typeof filing
