// The one logger. It never sees tokens, bodies or join credentials: callers log ids and facts.
import { Logger } from '@aws-lambda-powertools/logger'

export const log = new Logger({ serviceName: 'diemcau' })
