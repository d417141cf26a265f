// One request to the API, whoever asks: tells the device's time and language, keeps the server's clock.
import { currentLanguage } from './i18n/index.ts'
import { ApiProblem } from './problem.ts'
import { departure, learnServerTime } from './server-clock.ts'

const listeners = new Set<() => void>()

/** Calls back whenever the server has answered anything: there is a line. @returns what ends that */
export const onAnswer = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The gateway itself answers within 30 s: whatever is silent for longer is a line that was lost. */
const patienceMs = 40_000

/**
 * @param authorization the whole header: an account's token or a personal link
 * @throws ApiProblem `offline` when no answer came; refusals are answers
 */
export const send = async (
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  authorization: string | undefined,
): Promise<Response> => {
  const headers = new Headers(init?.headers)
  if (authorization) headers.set('authorization', authorization)
  headers.set('accept-language', currentLanguage())
  headers.set('device-time', new Date().toISOString())
  const sent = departure()
  const signal = init?.signal ?? AbortSignal.timeout(patienceMs)
  const response = await fetch(input, { ...init, headers, signal }).catch(() => {
    throw new ApiProblem('offline', 0)
  })
  learnServerTime(response, sent)
  for (const listener of listeners) listener()
  return response
}

/** The header that makes a POST safe to repeat: one key for one intent. */
export const intent = (key: string) => ({ headers: { 'idempotency-key': key } })
