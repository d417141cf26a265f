// Faults in the table: each an item of its own with its whole history, and one item a point of those that are open.
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load } from '#functions/shared/table.ts'
import { noFaults } from './faults.rules.ts'
import { Fault, OpenFaults } from './faults.schema.ts'
import { pointPartition } from './point-key.rules.ts'

const openKey = (conferenceId: string, pointId: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: 'FAULTS',
})

export const openFaultsItem = (faults: OpenFaults): Item & { version: number } => ({
  ...faults,
  ...openKey(faults.conferenceId, faults.pointId),
  type: 'faults',
})

/** The faults of a point that are open; none before the first. */
export const loadOpenFaults = async (conferenceId: string, pointId: string): Promise<OpenFaults> =>
  (await load(openKey(conferenceId, pointId), OpenFaults)) ?? noFaults(conferenceId, pointId)

const faultKey = (conferenceId: string, pointId: string, id: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: `FLT#${id}`,
})

export const faultItem = (fault: Fault): Item & { version: number } => ({
  ...fault,
  ...faultKey(fault.conferenceId, fault.pointId, fault.id),
  type: 'fault',
})

/** @throws Problem `not-found` */
export const loadFault = async (conferenceId: string, pointId: string, id: string): Promise<Fault> => {
  const fault = await load(faultKey(conferenceId, pointId, id), Fault)
  if (!fault) throw new Problem('not-found')
  return fault
}

/** Every fault a point ever had, the latest reported first. */
export const loadFaults = (conferenceId: string, pointId: string): Promise<Fault[]> =>
  all({ pk: pointPartition(conferenceId, pointId), begins: 'FLT#', newestFirst: true }, Fault)
