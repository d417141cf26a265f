// The technical plan of a conference and the checklists of its points in the table.
import { conferencePartition } from '#functions/conferences/entity.ts'
import { type Item, type Key, load, loadMany } from '#functions/shared/table.ts'
import { findLink, loadLinks } from './entity.ts'
import { pointPartition } from './point-key.rules.ts'
import { defaultChecklist, earlierReadiness, newReadiness } from './readiness.rules.ts'
import type { BoardRow } from './stored.schema.ts'
import { Readiness, Technical } from './technical.schema.ts'

const technicalKey = (conferenceId: string): Key => ({
  pk: conferencePartition(conferenceId),
  sk: 'TECHNICAL',
})

export const technicalItem = (technical: Technical): Item & { version: number } => ({
  ...technical,
  ...technicalKey(technical.conferenceId),
  type: 'technical',
})

/** The plan; the default list and nobody at the centre, of version 0, before the first edit. */
export const loadTechnical = async (conferenceId: string): Promise<Technical> =>
  (await load(technicalKey(conferenceId), Technical)) ?? {
    conferenceId,
    checklist: [...defaultChecklist],
    centre: [],
    version: 0,
  }

const readinessKey = (conferenceId: string, pointId: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: 'READINESS',
})

export const readinessItem = (readiness: Readiness): Item & { version: number } => ({
  ...readiness,
  ...readinessKey(readiness.conferenceId, readiness.pointId),
  type: 'readiness',
})

/** The checklist of a point; an empty one before the first check. */
export const loadReadiness = async (conferenceId: string, pointId: string): Promise<Readiness> => {
  const found = await load(readinessKey(conferenceId, pointId), Readiness)
  if (found) return found
  const check = (await findLink(conferenceId, pointId))?.check
  return check ? earlierReadiness({ conferenceId, pointId }, check) : newReadiness(conferenceId, pointId)
}

const loadEarlier = async (conferenceId: string, pointIds: readonly string[]): Promise<Readiness[]> =>
  (await loadLinks(conferenceId, pointIds)).flatMap(({ pointId, check }) =>
    check ? [earlierReadiness({ conferenceId, pointId }, check)] : [],
  )

/** The checklists of these points, in no order; a point never checked has none. */
export const loadReadinesses = async (
  conferenceId: string,
  rows: readonly Pick<BoardRow, 'pointId' | 'checkedAt'>[],
): Promise<Readiness[]> => {
  const keys = rows.map(({ pointId }) => readinessKey(conferenceId, pointId))
  const found = await loadMany(keys, Readiness)
  const there = new Set(found.map(({ pointId }) => pointId))
  const earlier = rows.filter(({ pointId, checkedAt }) => checkedAt && !there.has(pointId))
  const ids = earlier.map(({ pointId }) => pointId)
  return [...found, ...(await loadEarlier(conferenceId, ids))]
}
