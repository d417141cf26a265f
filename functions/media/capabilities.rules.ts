// Who may be heard and seen in the room, and what to tell the media service when that changes. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import type { Floor } from '#functions/floor/schema.ts'
import type { Capabilities } from './schema.ts'
import type { Applied } from './stored.schema.ts'

const heard: Capabilities = { Audio: 'SendReceive', Video: 'SendReceive', Content: 'SendReceive' }
const seen: Capabilities = { Audio: 'Receive', Video: 'SendReceive', Content: 'Receive' }
const watching: Capabilities = { Audio: 'Receive', Video: 'Receive', Content: 'Receive' }

/** What the conference and its floor ask for. Before the start nobody has the floor. */
export const wishedBy = (
  { state }: Pick<Conference, 'state'>,
  { current }: Pick<Floor, 'current'>,
): Applied => {
  if (state !== 'in-session') return { phase: 'rehearsal' }
  return { phase: 'session', ...(current ? { speaker: current.pointId } : {}) }
}

type Centre = readonly string[]

const always = (seat: string, centre: Centre) => seat === 'chair' || centre.includes(seat)

/** What a seat may send and receive. A promoted seat is one of the primary. @param index of its meeting */
export const capabilitiesOf = (
  { seat, index }: { seat: string; index: number },
  { phase, speaker }: Applied,
  centre: Centre,
): Capabilities => {
  if (index > 0) return watching
  return phase === 'rehearsal' || seat === speaker || always(seat, centre) ? heard : seen
}

export type Change =
  /** Everybody in the primary but these. */
  | { what: 'all'; except: string[]; capabilities: Capabilities }
  | { what: 'one'; seat: string; capabilities: Capabilities }
  /** A seat that watches gets one in the primary for its turn; or it is over. */
  | { what: 'promote'; seat: string }
  | { what: 'demote'; seat: string }

type Turning = {
  from: Applied
  /** What a worker that died was telling since: any part of it may be so. */
  telling?: readonly Applied[] | undefined
  to: Applied
  centre: Centre
  isPrimary: (seat: string) => boolean
}

const silencing = ({ from, to, centre, isPrimary }: Turning): Change[] => {
  const before = from.speaker
  const over = before !== undefined && before !== to.speaker
  if (over && !isPrimary(before)) return [{ what: 'demote', seat: before }]
  if (!over || from.phase !== to.phase || always(before, centre)) return []
  return [{ what: 'one', seat: before, capabilities: capabilitiesOf({ seat: before, index: 0 }, to, centre) }]
}

const turningPhase = ({ from, to, centre, isPrimary }: Turning): Change[] => {
  if (from.phase === to.phase) return []
  const except = ['chair', ...centre.filter(isPrimary)]
  return [{ what: 'all', except, capabilities: to.phase === 'rehearsal' ? heard : seen }]
}

const givingVoice = ({ from, to, centre, isPrimary }: Turning): Change[] => {
  const after = to.speaker
  if (after === undefined || after === from.speaker) return []
  if (!isPrimary(after)) return [{ what: 'promote', seat: after }]
  return always(after, centre) ? [] : [{ what: 'one', seat: after, capabilities: heard }]
}

/** In the order they are to be told: whoever had the floor is silent before the next is heard. */
export const changesTo = (turning: Turning): Change[] => {
  const turnings = [...(turning.telling ?? []), turning.from].map((from) => ({ ...turning, from }))
  return [silencing, turningPhase, givingVoice].flatMap((changes) => turnings.flatMap(changes))
}
