// Addenda: what opens one, what it takes the place of, and which events come late enough to ask for one. Pure.
import { Problem } from '#functions/shared/problem.ts'
import { isAboutSession } from './about.rules.ts'
import type { EarlierVersion, Late } from './parts.schema.ts'
import { expectState } from './rules.ts'
import type { Minutes, Seal, Told } from './schema.ts'
import type { MinutesVersion } from './workflow.schema.ts'

type Sealed = Minutes & { seal: Seal; number: NonNullable<Minutes['number']> }

const isSealed = (minutes: Minutes): minutes is Sealed =>
  minutes.state === 'sealed' && minutes.seal !== undefined && minutes.number !== undefined

/** @throws Problem `minutes-state` before the seal */
const expectSealed = (minutes: Minutes): Sealed => {
  if (!isSealed(minutes)) throw new Problem('minutes-state', { detail: minutes.state })
  return minutes
}

const asEarlier = ({ id, seal, number }: Sealed): EarlierVersion => ({
  minutesId: id,
  recordId: seal.recordId,
  digest: seal.digest,
  number: number.text,
  sealedAt: seal.at,
})

type Opened = { id: string; reason: string } & Pick<Minutes, 'generation' | 'compiled' | 'annexes' | 'reach'>

/**
 * The draft that takes the place of a sealed version once it is sealed itself. Its versions go on counting, so that no
 * page that has the sealed one open changes it unseen.
 * @throws Problem `minutes-state` before the seal
 */
export const addendumTo = (current: Minutes, { id, reason, ...draft }: Opened): Minutes => {
  const sealed = expectSealed(current)
  const { recordId, digest } = sealed.seal
  return {
    id,
    conferenceId: current.conferenceId,
    kind: 'addendum',
    state: 'draft',
    ...draft,
    attestations: [],
    supersedes: { recordId, digest, number: sealed.number.text, reason },
    earlier: [...current.earlier, asEarlier(sealed)],
    version: current.version + 1,
  }
}

/** Back to the sealed version: nobody was asked to sign the addendum yet. @throws Problem `minutes-state` */
export const withdrawnAddendum = (addendum: Minutes, before: Minutes): Minutes => {
  expectState(addendum, 'draft')
  if (addendum.kind !== 'addendum' || addendum.number)
    throw new Problem('minutes-state', { detail: addendum.state })
  return { ...before, version: addendum.version + 1 }
}

const versionOf = (minutes: Minutes): MinutesVersion => ({
  id: minutes.id,
  kind: minutes.kind,
  state: minutes.state,
  ...(minutes.number ? { number: minutes.number.text } : {}),
  ...(minutes.seal ? { seal: minutes.seal } : {}),
  ...(minutes.supersedes ? { supersedes: minutes.supersedes } : {}),
})

/** @param versions oldest first, the current one last */
export const historyOf = (versions: readonly Minutes[]): MinutesVersion[] =>
  versions.map((minutes, at) => {
    const next = versions[at + 1]
    if (!next?.seal || !next.number) return versionOf(minutes)
    const supersededBy = {
      minutesId: next.id,
      recordId: next.seal.recordId,
      number: next.number.text,
    }
    return { ...versionOf(minutes), supersededBy }
  })

/** First words of the names of events that minutes tell of. */
const tellingWords = new Set([
  'conference',
  'agenda',
  'points',
  'point',
  'delegates',
  'delegate',
  'roll-call',
  'check-in',
  'link',
  'fault',
  'contribution',
  'floor',
  'directive',
  'commendation',
  'figure',
  'citation',
  'disagreement',
])

/** What is read, said about papers beside any decision, or done about a directive changes no minutes. */
const silentNames = new Set([
  'contribution.opened',
  'contribution.remarked',
  'delegates.answered',
  'point.edited',
  'directive.progressed',
])

type Recorded = { id: string; name: string; recordedAt: string; effectiveAt: string }

/** Links and faults of a session tell nothing once it is over; everything else is told late as it is. */
const isTold = ({ name, effectiveAt }: Recorded, closedAt: string): boolean => {
  const word = name.split('.')[0] ?? ''
  if (!tellingWords.has(word) || silentNames.has(name)) return false
  return !['link', 'fault'].includes(word) || effectiveAt <= closedAt
}

/**
 * What of the session a submission has read. Its text is made before it is written, and clocks differ: of what is
 * younger than the settling, only the events that were there are surely in it.
 * @param events those about the session that were read
 * @param until up to when nothing more could come when they were read, UTC instant
 */
export const toldOf = (events: readonly Recorded[], until: string): Told => ({
  until,
  events: events.filter(({ recordedAt }) => recordedAt > until).map(({ id }) => id),
})

/** What is told about the session is printed until the submission, though it comes after the horizon. */
const isAfter = (event: Recorded, told: Told | undefined): boolean =>
  !isAboutSession(event) ||
  (told !== undefined && event.recordedAt > told.until && !told.events.includes(event.id))

/**
 * @param events those recorded after the signed history ended
 * @param told what the submission has read of the session; without one everything
 * @returns undefined where nothing asks for an addendum
 */
export const lateOf = (
  events: readonly Recorded[],
  closedAt: string,
  told: Told | undefined,
): Late | undefined => {
  const late = events.filter((event) => isTold(event, closedAt) && isAfter(event, told))
  const since = late.map(({ recordedAt }) => recordedAt).sort()[0]
  return since === undefined ? undefined : { count: late.length, since }
}
