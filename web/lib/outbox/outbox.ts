// The outbox of this browser as the page knows it: what waits, what was just sent, what stands in the way; one sender at
// a time however many tabs are open.
import { ApiProblem } from '#web/lib/problem.ts'
import { learnedOffset } from '#web/lib/server-clock.ts'
import { signedInAs } from '#web/lib/sign-in.ts'
import type { Act, Place, Sent, Waiting } from './act.ts'
import { deliver } from './deliver.ts'
import { drain, type Outcome } from './drain.ts'
import { backoffMs, isEcho, type Pressed } from './outbox.rules.ts'
import { addAct, allActs, canKeep, eraseAct, keepAct, unkept } from './store.ts'

export type Outbox = {
  /** Who is signed in on this tab. */
  sub: string | undefined
  acts: readonly Waiting[]
  sent: readonly Sent[]
  sending: boolean
  /** This browser keeps nothing: what waits, waits no longer than the page is open. */
  broken: boolean
}

let outbox: Outbox = { sub: undefined, acts: [], sent: [], sending: false, broken: false }
const listeners = new Set<() => void>()
const tabs = new BroadcastChannel('diemcau-outbox')

const tell = (change: Partial<Outbox>) => {
  outbox = { ...outbox, ...change }
  for (const listener of listeners) listener()
}

export const readOutbox = (): Outbox => outbox

export const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const reread = async () => tell({ acts: await allActs() })

const changed = async () => {
  tabs.postMessage('changed')
  await reread()
}

const sentMost = 200

/** What the server has taken stays to be shown until what it answers has caught up. */
const erase = async (act: Waiting) => {
  await eraseAct(act)
  const sent = [...outbox.sent, { ...act, sentAt: Date.now() }].slice(-sentMost)
  tell({ sent, acts: outbox.acts.filter(({ order }) => order !== act.order) })
  tabs.postMessage('changed')
}

/** While a turn at sending was waited for, somebody may have signed out here. */
const send = async (act: Waiting) => {
  if ((await signedInAs()) !== act.sub) throw new ApiProblem('unauthenticated', 401)
  return deliver(act)
}

const post = { acts: allActs, keep: keepAct, erase, send, offsetMs: learnedOffset }

/** Where the browser has no locks, the keys alone keep an act from being done twice. */
const alone = (sub: string, work: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request(`diemcau-outbox ${sub}`, work) : work()

let asked = false
let failures = 0
/** What waits for a line goes with the first sign of one; what a busy server put off keeps its time. */
let last: Outcome = 'held'
let timer: ReturnType<typeof setTimeout> | undefined

const tryLater = (outcome: Outcome) => {
  clearTimeout(timer)
  last = outcome
  failures = outcome === 'done' ? 0 : failures + 1
  if (outcome !== 'done') timer = setTimeout(() => void sendNow(), backoffMs(failures, Math.random()))
}

const sendAll = async (sub: string) => {
  asked = false
  tell({ sending: true })
  const outcome = await drain(post, sub).catch((): Outcome => 'later')
  tell({ sending: false })
  tryLater(outcome)
  await changed().catch(() => undefined)
}

/**
 * Sends what waits of whoever is signed in; asked for while it is under way, it looks once more afterwards.
 * @param anyway also where the browser believes to have no line
 */
export const sendNow = async (anyway = false): Promise<void> => {
  if (asked || !(anyway || navigator.onLine)) return
  const sub = await signedInAs()
  if (asked || !sub || !outbox.acts.some((act) => act.sub === sub && !act.refused)) return
  asked = true
  try {
    await alone(sub, () => sendAll(sub))
  } catch {
    // The browser gave no turn: without another try nothing would ever be sent again.
    asked = false
    tryLater('later')
  }
}

let pressed: Pressed | undefined

/** Keeps an act and sends it as soon as it can be. @throws nothing: what cannot be kept is told by `broken` */
export const addToOutbox = async (place: Place, act: Act): Promise<void> => {
  const at = new Date().toISOString()
  const offsetMs = learnedOffset()
  const now = { told: JSON.stringify([place, act]), at: performance.now() }
  if (isEcho(pressed, now)) return
  pressed = now
  const sub = (await signedInAs()) ?? outbox.sub
  if (!sub) return tell({ broken: true })
  const kept = await addAct({ ...place, act, key: crypto.randomUUID(), sub, at, offsetMs, tries: 0 })
  tell({ broken: !kept })
  // Asked once there is something to lose: else the browser may clear it when space is short.
  void navigator.storage?.persist?.().catch(() => false)
  await changed()
  await sendNow()
}

/** Tries a refused act once more, under the same key. */
export const sendAgain = async ({ refused: _, ...act }: Waiting): Promise<void> => {
  await keepAct({ ...act, tries: 0 })
  await changed()
  await sendNow()
}

/** Gives up a refused act, after a person said so. */
export const discard = async (act: Waiting): Promise<void> => {
  await eraseAct(act)
  await changed()
}

/** Begins to send whatever waits. @returns what ends it */
export const startOutbox = (onAnswer: (listener: () => void) => () => void): (() => void) => {
  const wake = () => void sendNow()
  const begin = async () => {
    tell({ sub: await signedInAs(), broken: !(await canKeep()) })
    await reread()
    await sendNow()
  }
  // What is in memory alone is lost with the page: the browser asks first.
  const stay = (event: Event) => unkept() > 0 && event.preventDefault()
  tabs.onmessage = () => void reread()
  addEventListener('online', wake)
  addEventListener('beforeunload', stay)
  const stopListening = onAnswer(() => last === 'held' && !outbox.sending && void sendNow(true))
  void begin().catch(() => undefined)
  return () => {
    removeEventListener('online', wake)
    removeEventListener('beforeunload', stay)
    stopListening()
    clearTimeout(timer)
  }
}
