// What may become of minutes, who signs next, and in which order blocks stand. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { Attestation, Block, Horizon, Minutes, RegisterNumber, Seal, SignAct, Told } from './schema.ts'
import { joined, reworded } from './sentences.rules.ts'

/** Acts told late are taken into the minutes for this long after the close. */
const graceMinutes = 10

/** A sign-in older than this does not sign. */
const freshSignInSeconds = 300

/** Server clocks differ: the log is read this much later than it ends. */
export const settlingMs = 5_000

/** When the conference closed. @throws Problem `conference-state` while it has not */
export const closeOf = ({ state, closedAt }: Conference): string => {
  if (!closedAt) throw new Problem('conference-state', { detail: state })
  return closedAt
}

/** The horizon's end: the close and the grace. */
export const horizonEnd = (closedAt: string): string =>
  new Date(Date.parse(closedAt) + graceMinutes * 60_000).toISOString()

/** From when on a draft may be submitted: when the last late act is surely in the log. */
export const submittableFrom = (closedAt: string): string =>
  new Date(Date.parse(horizonEnd(closedAt)) + settlingMs).toISOString()

/** @throws Problem `grace-running` with the seconds left */
export const expectGraceOver = (closedAt: string, at: string): void => {
  const leftMs = Date.parse(submittableFrom(closedAt)) - Date.parse(at)
  if (leftMs > 0) throw new Problem('grace-running', { retryAfter: Math.ceil(leftMs / 1000) })
}

/** @throws Problem `minutes-state` naming where the minutes stand */
export const expectState = (minutes: Minutes, ...states: Minutes['state'][]): void => {
  if (!states.includes(minutes.state)) throw new Problem('minutes-state', { detail: minutes.state })
}

const next = (minutes: Minutes, change: Partial<Minutes>): Minutes => ({
  ...minutes,
  ...change,
  version: minutes.version + 1,
})

type Compiled = Pick<Minutes, 'generation' | 'compiled' | 'annexes' | 'reach'>

export const drafted = (id: string, conferenceId: string, compiled: Compiled): Minutes => ({
  id,
  conferenceId,
  kind: 'conference',
  state: 'draft',
  ...compiled,
  attestations: [],
  earlier: [],
  version: 1,
})

export const redrafted = (minutes: Minutes, compiled: Compiled): Minutes => {
  expectState(minutes, 'draft')
  return next(minutes, compiled)
}

/** The minutes after one of their blocks changed: their version moves, so that no edit slips past a submission. */
export const touched = (minutes: Minutes): Minutes => {
  expectState(minutes, 'draft')
  return next(minutes, {})
}

type Frozen = {
  digest: string
  horizon: Horizon
  number: RegisterNumber
  submittedAt: string
  told: Told
} & Pick<Minutes, 'annexes'>

export const submitted = (minutes: Minutes, frozen: Frozen): Minutes => {
  expectState(minutes, 'draft')
  const { refusal: _, ...rest } = minutes
  return next(rest, { ...frozen, state: 'submitted' })
}

/** Back to the secretary with a note: signatures fall, for they were of this text; the number stays. */
export const refused = (minutes: Minutes, note: string): Minutes => {
  expectState(minutes, 'submitted')
  const { digest: _, horizon: __, submittedAt: ___, told: ____, ...rest } = minutes
  return next(rest, { state: 'draft', attestations: [], refusal: note })
}

export type SigningRole = 'secretary' | 'chair'

/** Whose signature is due; undefined when none is. */
export const roleDue = ({ state, attestations }: Minutes): SigningRole | undefined => {
  if (state !== 'submitted') return undefined
  return attestations.length === 0 ? 'secretary' : 'chair'
}

const acts: Record<SigningRole, SignAct> = {
  secretary: 'minutes.signed-by-secretary',
  chair: 'minutes.signed-by-chair',
}

/**
 * The act by which this person signs now: the secretary first, then the chair, each once, two persons.
 * @param roles what the person is in this conference at this moment
 * @throws Problem `minutes-state`, `already-signed`, `signature-order`
 */
export const signingAct = (minutes: Minutes, sub: string, roles: SigningRole[]): SignAct => {
  const { state, attestations } = minutes
  if (state === 'draft') throw new Problem('minutes-state', { detail: state })
  const mine = attestations.some(({ statement }) => statement.sub === sub)
  const due = roleDue(minutes)
  if (mine || !due) throw new Problem('already-signed')
  if (!roles.includes(due)) throw new Problem(due === 'secretary' ? 'signature-order' : 'already-signed')
  return acts[due]
}

/** @throws Problem `sign-in-too-old` when the password was typed more than five minutes ago */
export const expectFreshSignIn = (authTime: number, at: string): void => {
  if (Date.parse(at) / 1000 - authTime > freshSignInSeconds) throw new Problem('sign-in-too-old')
}

export const signed = (minutes: Minutes, attestation: Attestation): Minutes => {
  expectState(minutes, 'submitted')
  const attestations = [...minutes.attestations, attestation]
  return next(minutes, { attestations, state: attestations.length === 2 ? 'signed' : 'submitted' })
}

export const sealed = (minutes: Minutes, seal: Seal): Minutes => {
  expectState(minutes, 'signed')
  return next(minutes, { seal, state: 'sealed' })
}

/** The record of minutes: the same for every try at sealing them. */
export const recordIdOf = ({ id }: Pick<Minutes, 'id'>): string => id.replace(/^min_/, 'rec_')

const isAdded = ({ place }: Block): boolean => place === undefined

/** What a conclusion comes before, where it names no place. */
const afterConclusion: ReadonlySet<string> = new Set(['end', 'directive'])

/** The block an added one follows: the one it names, else for a report the agenda, else the last before directives. */
const anchorOf = ({ after, kind }: Block, blocks: readonly Block[]): string | undefined => {
  if (blocks.some(({ id }) => id === after)) return after
  const compiled = blocks.filter((block) => !isAdded(block))
  const agenda = kind === 'report' ? compiled.findLast((block) => block.kind === 'agenda') : undefined
  return (agenda ?? compiled.findLast(({ kind }) => !afterConclusion.has(kind)))?.id
}

/** Conclusions that name no place come last. */
const lastness = ({ kind, after }: Block): number => (kind === 'conclusion' && after === undefined ? 1 : 0)

/** Blocks as they are read: compiled ones by place, each followed by those added after it, oldest first. */
export const inOrder = (blocks: readonly Block[]): Block[] => {
  const compiled = blocks.filter((block) => !isAdded(block)).sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
  const added = blocks.filter(isAdded).sort((a, b) => lastness(a) - lastness(b) || (a.id < b.id ? -1 : 1))
  const followers = Map.groupBy(added, (block) => anchorOf(block, [...compiled, ...added]))
  const withFollowers = (block: Block): Block[] => [
    block,
    ...(followers.get(block.id) ?? []).flatMap(withFollowers),
  ]
  return compiled.flatMap(withFollowers)
}

/** Every event and every evidence that a block rests on. */
const basisOf = ({ sentences, events }: Block): string =>
  [...new Set([...events, ...sentences.flatMap(({ evidence }) => evidence.map(({ digest }) => digest))])]
    .toSorted()
    .join()

const sameBasis = (a: Block, b: Block): boolean => basisOf(a) === basisOf(b)

/**
 * A new set of blocks: facts compiled anew, the secretary's own blocks kept, and the secretary's words kept wherever
 * the events beneath them are still the same.
 */
export const merged = (compiled: readonly Block[], before: readonly Block[]): Block[] => {
  const kept = new Map(before.map((block) => [block.id, block]))
  const facts = compiled.map((fresh) => {
    const old = kept.get(fresh.id)
    if (!old) return fresh
    if (old.text === fresh.text) return { ...fresh, version: old.version }
    if (old.edited && sameBasis(old, fresh)) {
      const sentences = reworded(fresh, old.text)
      const original = { text: fresh.text, sentences: fresh.sentences }
      const own = { edited: true, original, ...(old.refers ? { refers: old.refers } : {}) }
      return { ...fresh, text: joined(sentences), sentences, ...own, version: old.version }
    }
    return { ...fresh, version: old.version + 1 }
  })
  return [...facts, ...before.filter(({ place }) => place === undefined)]
}
