// The one logger. It never sees tokens, bodies or join credentials: callers log ids and facts.
import { Logger } from '@aws-lambda-powertools/logger'
import type { LogAttributes } from '@aws-lambda-powertools/logger/types'
import { setting } from './config.ts'

let made: Logger | undefined

/** Made when there is something to write: it opens a console of its own, and most cold starts have nothing to say. */
const logger = (): Logger => {
  made ??= new Logger({ serviceName: 'diemcau' })
  return made
}

type Invocation = Parameters<Logger['addContext']>[0]

let invocation: Invocation | undefined

const write =
  (level: 'debug' | 'info' | 'warn' | 'error') =>
  (message: string, facts: LogAttributes = {}): void => {
    if (invocation) logger().addContext(invocation)
    logger()[level](message, facts)
  }

/** Whether the environment wants debug lines, by either name the logger knows: nothing is made for a line nobody reads. */
const isVerbose = (): boolean =>
  [setting('AWS_LAMBDA_LOG_LEVEL'), setting('POWERTOOLS_LOG_LEVEL')].some((level) =>
    /^(debug|trace)$/i.test(level ?? ''),
  )

const debug = write('debug')

export const log = {
  /** What is written from now on belongs to this invocation. */
  addContext: (context: Invocation): void => {
    invocation = context
  },
  debug: (message: string, facts?: LogAttributes): void => {
    if (isVerbose()) debug(message, facts)
  },
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
}
