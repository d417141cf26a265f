// The one logger. It never sees tokens, bodies or join credentials: callers log ids and facts.
import { Logger } from '@aws-lambda-powertools/logger'
import type { LogAttributes } from '@aws-lambda-powertools/logger/types'

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

export const log = {
  /** What is written from now on belongs to this invocation. */
  addContext: (context: Invocation): void => {
    invocation = context
  },
  debug: write('debug'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
}
