// The floor in the table: one FLOOR item a conference, and each request an item of its own.
import { conferencePartition } from '#functions/conferences/entity.ts'
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load } from '#functions/shared/table.ts'
import { untouched } from './rules.ts'
import { Floor, FloorRequest } from './schema.ts'

const floorKey = (conferenceId: string): Key => ({ pk: conferencePartition(conferenceId), sk: 'FLOOR' })

export const floorItem = (floor: Floor): Item & { version: number } => ({
  ...floor,
  ...floorKey(floor.conferenceId),
  type: 'floor',
})

/** The floor as it stands; untouched where nobody has opened it. */
export const loadFloor = async (conferenceId: string): Promise<Floor> =>
  (await load(floorKey(conferenceId), Floor)) ?? untouched(conferenceId)

const requests = (conferenceId: string) => `${conferencePartition(conferenceId)}#FLOOR`

export const requestItem = (request: FloorRequest): Item & { version: number } => ({
  ...request,
  pk: requests(request.conferenceId),
  sk: request.id,
  type: 'floor-request',
})

/** @throws Problem `not-found` */
export const loadRequest = async (conferenceId: string, id: string): Promise<FloorRequest> => {
  const request = await load({ pk: requests(conferenceId), sk: id }, FloorRequest)
  if (!request) throw new Problem('not-found')
  return request
}

/** Every request of a conference, whatever became of it. */
export const loadRequests = (conferenceId: string): Promise<FloorRequest[]> =>
  all({ pk: requests(conferenceId) }, FloorRequest)
