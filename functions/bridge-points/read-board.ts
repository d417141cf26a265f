// Read the board: the bytes of its newest snapshot, for those who may read the conference. Viewers never query rows.
import { loadConference } from '#functions/conferences/entity.ts'
import { expectReadable } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import { recently } from '#functions/shared/recent.ts'
import { type Head, loadBytes, loadHead, Overtaken, type Snapshot } from './board-snapshot.ts'
import { loadInvitedUnits } from './invitations.ts'

/** Thousands of viewers ask one function at once; the builder waits a second for more changes anyway. */
const freshMs = 250
const conferences = recently(freshMs, loadConference)

/** Every operator asks every few seconds: that a unit is invited is remembered as long as what an account may do. */
const invitedMs = 30_000
const mostInvited = 5_000
const invitations = recently(
  invitedMs,
  (key) => {
    const [conferenceId = '', ...units] = key.split(' ')
    return loadInvitedUnits(conferenceId, units)
  },
  mostInvited,
)
const invitedOf = (conferenceId: string, units: readonly string[]) =>
  invitations.get([conferenceId, ...units].join(' '))

/** Before the first change reaches the builder, the first reader builds; a builder that was faster has built as well. */
const firstHead = async (conferenceId: string): Promise<Head> => {
  const { buildBoard } = await import('./build-board.ts')
  await buildBoard(conferenceId).catch((error) => {
    if (!(error instanceof Overtaken)) throw error
  })
  const head = await loadHead(conferenceId)
  if (!head) throw new Problem('busy', { retryAfter: 1 })
  return head
}

/** Some conferences' newest boards; of a nationwide one 0.2 MB. */
const kept = new Map<string, Snapshot>()
const mostKept = 16

const keep = (conferenceId: string, snapshot: Snapshot): Snapshot => {
  const known = kept.get(conferenceId)
  if (known && known.number >= snapshot.number) return known
  if (kept.size >= mostKept) kept.clear()
  kept.set(conferenceId, snapshot)
  return snapshot
}

const tries = 5

/** A snapshot replaced between the reads of its head and its bytes is looked up again. */
const snapshotOf = recently(freshMs, async (conferenceId: string): Promise<Snapshot> => {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const head = (await loadHead(conferenceId)) ?? (await firstHead(conferenceId))
    const known = kept.get(conferenceId)
    if (known && known.number >= head.number) return known
    const bytes = await loadBytes(conferenceId, head)
    if (bytes) return keep(conferenceId, { number: head.number, builtAt: head.builtAt, bytes })
  }
  throw new Problem('busy', { retryAfter: 1 })
})

/** Forgets what this process remembers of a board, so that a build is felt at once here. */
export const forgetBoard = (conferenceId: string): void => {
  for (const seen of [conferences, invitations, snapshotOf]) seen.forget()
  kept.delete(conferenceId)
}

/**
 * The newest snapshot: JSON of `Board`, compressed by gzip.
 * @throws Problem `not-found`, `not-allowed`
 */
export const readBoard = async (actor: Actor, conferenceId: string): Promise<Snapshot> => {
  await expectReadable(actor, await conferences.get(conferenceId), 'conference:read', invitedOf)
  return snapshotOf.get(conferenceId)
}
