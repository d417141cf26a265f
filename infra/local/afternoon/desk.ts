// Somebody at a desk: signs in as a person would and speaks to the public HTTP API, nothing else.
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { localPassword } from '../accounts.data.ts'
import { signIn } from '../sign-in.ts'

export type Desk = {
  /** @returns the answer, of the shape the caller knows from the documentation */
  get<T>(path: string): Promise<T>
  /** @param intent names the act, so that a repeat after a crash is the same act; a new one each time without it */
  post<T>(path: string, body?: object, intent?: string): Promise<T>
  /** The same for what is refused until something is ready: asked again as often as the answer says when. */
  postWhenReady<T>(path: string, body?: object): Promise<T>
  /** Replaces a document that nobody has written yet; one that is there stays as it is. */
  putFirst(path: string, body: object): Promise<void>
  /** Types the password again: signing needs a sign-in of the last five minutes. */
  signInAgain(): Promise<void>
}

const keyOf = (intent: string | undefined) =>
  intent ? createHash('sha256').update(intent).digest('base64url') : randomUUID()

type Told = { title?: string; detail?: string; errors?: unknown }

class Refused extends Error {
  /** Seconds after which the answer says to ask again. */
  readonly retryAfter: number | undefined

  constructor(path: string, { status, headers }: Response, { title, detail = '', errors = '' }: Told) {
    super(`${path}: ${status} ${title} ${detail} ${JSON.stringify(errors)}`)
    this.retryAfter = Number(headers.get('Retry-After')) || undefined
  }
}

/** How often something is asked for again before it is given up. */
const patience = 120

const insisting = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Refused && error.retryAfter) || attempt === patience) throw error
      await pause(error.retryAfter * 1000)
    }
}

/** Takes a seat as the account named. A token that has run out is renewed by signing in again. */
export const takeSeat = async (origin: string, username: string): Promise<Desk> => {
  let token = (await signIn(origin, username, localPassword)).accessToken

  const signInAgain = async () => {
    token = (await signIn(origin, username, localPassword)).accessToken
  }

  const send = async <T>(method: string, path: string, body?: object, more: object = {}): Promise<T> => {
    const request = () =>
      fetch(`${origin}/api${path}`, {
        method,
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
          ...(body ? { 'Content-Type': 'application/json' } : {}),
          ...more,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    let answer = await request()
    if (answer.status === 401) {
      await signInAgain()
      answer = await request()
    }
    const told = await answer.json()
    if (!answer.ok) throw new Refused(path, answer, told)
    return told
  }

  const post = <T>(path: string, body: object = {}, intent?: string) =>
    send<T>('POST', path, body, { 'Idempotency-Key': keyOf(intent) })

  return {
    get: <T>(path: string) => send<T>('GET', path),
    post,
    postWhenReady: <T>(path: string, body = {}) => insisting(() => post<T>(path, body, randomUUID())),
    putFirst: async (path: string, body: object) => {
      const { version } = await send<{ version: number }>('GET', path)
      if (version === 0) await send('PUT', path, body, { 'If-Match': '"0"' })
    },
    signInAgain,
  }
}
