// A conference in session with two points and delegates, on a clock of its own: what tests of attendance act in.
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { setClock } from '#functions/shared/clock.ts'
import { type Client, startApi, type TestApi } from './api.ts'

let clock = Date.parse('2022-11-23T06:30:00Z')

/** Sets the house clock to half an hour before the conference. */
export const startClock = (): void => {
  clock = Date.parse('2022-11-23T06:30:00Z')
  setClock(() => new Date(clock))
}

/** Lets so many minutes pass. */
export const pass = (minutes: number): void => {
  clock += minutes * 60_000
}

/** The moment it is, so many minutes ago. */
export const ago = (minutes: number): string => new Date(clock - minutes * 60_000).toISOString()

/** A home on that clock, with the desk of the host and the operator of Ninh Bình. */
export const startRollHome = async () => {
  startClock()
  const home = await startApi(() => api)
  await seedUnits()
  return {
    home,
    desk: await home.somebody(['secretariat', 'unit:unt_bo-cong-an']),
    operator: await home.somebody(['operator', 'unit:unt_ca-ninh-binh']),
  }
}

/** Ends the home and gives the clock back. */
export const stopRollHome = async (home: TestApi): Promise<void> => {
  await home.stop()
  setClock(() => new Date())
}

export const ninhBinh = 'bpt_ca-ninh-binh'

/** @param delegates of Ninh Bình, as they are entered */
export const rollRoom = async (desk: Client, operator: Client, delegates: object[]) => {
  const input = {
    title: ['Hội nghị'],
    hostUnitId: 'unt_bo-cong-an',
    venue: 'Hà Nội',
    startsAt: '2022-11-23T14:00:00+07:00',
  }
  const { id } = (await desk.post('/api/conferences', input)).body
  const path = `/api/conferences/${id}`
  await desk.post(`${path}/bridge-points`, { unitIds: ['unt_ca-ninh-binh', 'unt_ca-ha-nam'] })
  const point = `${path}/bridge-points/${ninhBinh}`
  const added = await operator.post(`${point}/delegates`, { delegates })
  await desk.post(`${path}/schedule`)
  await desk.post(`${path}/open`)
  await desk.post(`${path}/start`)
  pass(1)
  const ids: string[] = added.body.items.map((delegate: { id: string }) => delegate.id)
  return { id, path, point, roll: `${point}/roll-call`, ids }
}
