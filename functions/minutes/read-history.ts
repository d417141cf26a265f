// The versions of a conference's minutes, each still readable, and by what it was superseded.
import { noteOpening, readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import { historyOf } from './addendum.rules.ts'
import { loadBlocks, loadMinutes } from './entity.ts'
import type { Minutes, MinutesView } from './schema.ts'
import { viewOf } from './view.ts'
import type { MinutesVersion } from './workflow.schema.ts'
import { findEarlier } from './workflow-entity.ts'

const loadVersions = async (conferenceId: string): Promise<Minutes[]> => {
  const current = await loadMinutes(conferenceId)
  const before = await Promise.all(
    current.earlier.map(({ minutesId }) => findEarlier(conferenceId, minutesId)),
  )
  return [...before.filter((one) => one !== undefined), current]
}

/** @throws Problem `not-allowed`, `minutes-missing` */
export const readHistory = async (actor: Actor, conferenceId: string): Promise<MinutesVersion[]> => {
  await readConference(actor, conferenceId, 'minutes:read')
  return historyOf(await loadVersions(conferenceId))
}

/** A version of before, as it was sealed; what came late to it is the current one's to tell. @throws Problem `not-found` */
export const readVersion = async (
  actor: Actor,
  at: { id: string; minutes: string },
): Promise<MinutesView> => {
  const conference = await readConference(actor, at.id, 'minutes:read')
  const versions = await loadVersions(at.id)
  const minutes = versions.find(({ id }) => id === at.minutes)
  if (!minutes) throw new Problem('not-found')
  await noteOpening(actor, conference, minutes.id)
  const view = await viewOf(conference, minutes, await loadBlocks(minutes))
  if (minutes === versions.at(-1)) return view
  const { late: _, ...before } = view
  return before
}
