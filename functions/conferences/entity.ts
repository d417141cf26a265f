// Conferences in the table: keys, load, save. One item each, agenda included; found by host and date.
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load, loadMany } from '#functions/shared/table.ts'
import { Conference } from './schema.ts'

export const conferencePartition = (id: string) => `CNF#${id}`

export const conferenceKey = (id: string): Key => ({ pk: conferencePartition(id), sk: 'CONFERENCE' })

export const conferenceItem = (conference: Conference): Item & { version: number } => ({
  ...conference,
  ...conferenceKey(conference.id),
  type: 'conference',
  gsi1pk: `HOST#${conference.hostUnitId}`,
  gsi1sk: `${conference.startsAt}#${conference.id}`,
})

/** @throws Problem `not-found` */
export const loadConference = async (id: string): Promise<Conference> => {
  const conference = await load(conferenceKey(id), Conference)
  if (!conference) throw new Problem('not-found')
  return conference
}

/** Conferences hosted by a unit, newest first (eventually consistent: from an index). */
export const hostedBy = (
  hostUnitId: string,
  { from, to, limit }: { from: string; to: string; limit: number },
) =>
  all(
    { index: 'byOne', pk: `HOST#${hostUnitId}`, between: { from, to }, newestFirst: true, limit },
    Conference,
  )

/** Conferences by id, in no order. */
export const loadConferences = (ids: string[]): Promise<Conference[]> =>
  loadMany([...new Set(ids)].map(conferenceKey), Conference)
