// Who may come to the local Chime: programs and pages of this machine, by its own names.
import type { IncomingMessage } from 'node:http'

const names = ['127.0.0.1', 'localhost']

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).hostname
  } catch {
    return undefined
  }
}

/**
 * A name that is not ours means DNS rebinding; an origin that is not ours a foreign page.
 * @param origins whose pages may come; without them any page of this machine
 */
export const isForeign = (
  { headers: { host, origin } }: IncomingMessage,
  port: number,
  origins?: readonly string[],
): boolean => {
  if (!names.some((name) => host === `${name}:${port}`)) return true
  if (origin === undefined) return false
  return origins ? !origins.includes(origin) : !names.includes(hostOf(origin) ?? '')
}
