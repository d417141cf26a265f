// What the floor's samples need just before each try.

import { sure } from './archive.ts'
import { unit } from './conference.ts'
import { speaker } from './sample.ts'
import { at, type World } from './world.ts'

const floorOf = (world: World) => at(world, 'session', '/floor')

const ask = async (world: World): Promise<string> =>
  (await sure(world.operator.post(`${floorOf(world)}/requests`, { unitId: unit, speaker }), 201)).id

/** Nobody speaks, and somebody waits to be called. */
export const freeFloor = async (world: World): Promise<void> => {
  await world.desk.post(`${floorOf(world)}/yield`, {})
  await sure(world.desk.post(`${floorOf(world)}/open`, {}))
  world.ids['req.call'] = await ask(world)
}

/** Somebody of the point's unit speaks, called just now. */
export const callAnew = async (world: World): Promise<void> => {
  await freeFloor(world)
  await sure(world.desk.post(`${floorOf(world)}/call`, { requestId: world.ids['req.call'] }))
}

/** Somebody of the point's unit speaks, unless somebody speaks already. */
export const giveFloor = async (world: World): Promise<void> => {
  const { current } = await sure(world.desk.get(floorOf(world)))
  if (!current) await callAnew(world)
}

/** Somebody was passed over. */
export const passOver = async (world: World): Promise<void> => {
  await sure(world.desk.post(`${floorOf(world)}/open`, {}))
  const requestId = await ask(world)
  await sure(world.desk.post(`${floorOf(world)}/skip`, { requestId, reason: 'Vắng mặt' }))
  world.ids['req.restore'] = requestId
}
