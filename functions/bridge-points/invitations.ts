// Which unit is invited to which conference: asked by every cold start, so apart from all else that is kept of points.
import * as z from 'zod'
import { later } from '#functions/shared/later.ts'
import { all, loadMany } from '#functions/shared/table.ts'
import { pointIdOf, pointKey } from './point-key.rules.ts'

const Invited = later(() => z.object({ unitId: z.string() }))
const Invitation = later(() => z.object({ conferenceId: z.string() }))

/** Which of these units have a point in the conference. */
export const loadInvitedUnits = async (
  conferenceId: string,
  unitIds: readonly string[],
): Promise<string[]> => {
  const keys = [...new Set(unitIds)].map((unitId) => pointKey(conferenceId, pointIdOf(unitId)))
  return (await loadMany(keys, Invited)).map(({ unitId }) => unitId)
}

/** Conferences a unit is invited to, newest first (eventually consistent: from an index). */
export const invitationsOf = (
  unitId: string,
  { from, to, limit }: { from: string; to: string; limit: number },
) =>
  all(
    { index: 'byOne', pk: `INVITED#${unitId}`, between: { from, to }, newestFirst: true, limit },
    Invitation,
  )
