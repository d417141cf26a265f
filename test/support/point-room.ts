// A conference with two bridge points, opened, for tests of what happens at them.
import { setClock } from '#functions/shared/clock.ts'
import type { Client, TestApi } from './api.ts'
import { host, otherUnit, unit } from './conference.ts'

export const point = 'bpt_ca-ninh-binh'

/** The people of these tests. */
export const roomCast = async (home: TestApi) => ({
  desk: await home.somebody(['secretariat', `unit:${host}`]),
  operator: await home.somebody(['operator', `unit:${unit}`]),
  colleague: await home.somebody(['operator', `unit:${unit}`]),
  neighbour: await home.somebody(['operator', `unit:${otherUnit}`]),
})

/** A clock that stands until it is moved. */
export const standingClock = (start: string) => {
  let at = Date.parse(start)
  setClock(() => new Date(at))
  return {
    iso: () => new Date(at).toISOString(),
    ms: () => at,
    pass: (seconds: number) => {
      at += seconds * 1000
    },
  }
}

/** Answers the path of a conference brought as far as `last`, with points of two units. */
export const openRoom = async (desk: Client, last: 'schedule' | 'open' | 'start' = 'open') => {
  const input = { title: ['Hội nghị'], hostUnitId: host, venue: 'Hà Nội', startsAt: '2022-11-23T07:00:00Z' }
  const { id } = (await desk.post('/api/conferences', input)).body
  const path = `/api/conferences/${id}`
  await desk.post(`${path}/bridge-points`, { unitIds: [unit, otherUnit] })
  const steps = ['schedule', 'open', 'start'] as const
  for (const step of steps.slice(0, steps.indexOf(last) + 1)) {
    const { status } = await desk.post(`${path}/${step}`, step === 'open' ? { confirmed: true } : {})
    if (status !== 200) throw new Error(`${step} answered ${status}`)
  }
  const ours = (rest = '') => `${path}/bridge-points/${point}${rest}`
  return { id: id as string, path, ours }
}
