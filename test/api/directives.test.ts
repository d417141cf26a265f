// What is done about directives over HTTP: words on them appended, and lists across conferences.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { startApi, type TestApi } from '#test/support/api.ts'
import { refusal, sure } from '#test/support/archive.ts'
import { type Cast, castOf, conferenceAt, host, unit } from '#test/support/conference.ts'

let home: TestApi
let cast: Cast

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  cast = await castOf(home)
})
afterAll(() => home.stop())

const enter = async (id: string, more: object = {}) => {
  const input = { text: 'Khắc phục tồn tại.', ownerUnitIds: [unit], dueOn: '2022-12-31', ...more }
  return (await sure(cast.secretary.post(`/api/conferences/${id}/directives`, input), 201)).id as string
}
const list = async (query: string): Promise<{ id: string; state: string; overdue: boolean }[]> =>
  (await sure(cast.secretary.get(`/api/directives?${query}`))).items

it('is told by its owner and by the host’s desk, each word kept, and listed by how far it is', async () => {
  const id = await conferenceAt(cast.secretary, 'start')
  const [mine, whole] = [await enter(id), await enter(id, { ownerUnitIds: [], dueOn: '2099-01-01' })]
  const at = (item: string) => `/api/conferences/${id}/directives/${item}/progress`
  expect((await list(`host=${host}&state=overdue`)).map((one) => one.id)).toEqual([mine])
  const begun = await sure(cast.operator.post(at(mine), { state: 'in-progress', note: 'Đang thực hiện' }))
  expect(begun.acts).toMatchObject([{ state: 'in-progress', unitId: unit, note: 'Đang thực hiện' }])
  expect((await list(`host=${host}`)).map(({ state }) => state)).toEqual(['open', 'in-progress'])
  await sure(cast.operator.post(at(mine), { state: 'done' }))
  expect((await sure(cast.secretary.get(at(mine)))).acts).toHaveLength(2)
  const done = await sure(cast.secretary.get(`/api/directives?host=${host}&state=done`))
  expect(done.items, 'lists have everybody’s last word, so that none grows too large').toMatchObject([
    { id: mine, progress: [{ state: 'done', unitId: unit }] },
  ])
  expect(done.items[0].progress).toHaveLength(1)
  expect(await list(`host=${host}&state=overdue`)).toEqual([])
  await sure(cast.secretary.post(at(whole), { state: 'not-done', note: 'Chờ hướng dẫn' }))
  expect(await list(`host=${host}&state=open`)).toMatchObject([{ id: whole, state: 'not-done' }])
  const owned = (await sure(cast.operator.get(`/api/directives?unit=${unit}`))).items
  expect(owned.map((one: { id: string }) => one.id)).toEqual([mine])
})

it('is nobody else’s to tell or to list, and of one taken back nobody’s', async () => {
  const id = await conferenceAt(cast.secretary, 'start')
  const item = await enter(id, { ownerUnitIds: ['unt_ca-thanh-hoa'] })
  const at = `/api/conferences/${id}/directives/${item}/progress`
  expect(await refusal(cast.operator.post(at, { state: 'done' }))).toBe('not-allowed')
  expect(await refusal(cast.secretary.post(at, { state: 'done', unitId: unit }))).toBe('unit-unknown')
  expect(await refusal(cast.secretary.post(at, { state: 'perhaps' }))).toBe('invalid-input')
  expect(await refusal(cast.operator.get(`/api/directives?host=${host}`))).toBe('not-allowed')
  expect(await refusal(cast.operator.get('/api/directives?unit=unt_ca-thanh-hoa'))).toBe('not-allowed')
  expect(await refusal(cast.operator.get('/api/directives'))).toBe('invalid-input')
  await sure(cast.secretary.post(`/api/conferences/${id}/directives/${item}/withdraw`, { reason: 'Nhầm' }))
  expect(await refusal(cast.secretary.post(at, { state: 'done' }))).toBe('outcome-withdrawn')
  expect((await list(`host=${host}`)).some((one) => one.id === item)).toBe(false)
})

it('is listed page by page', async () => {
  const id = await conferenceAt(cast.secretary, 'start')
  for (let at = 0; at < 3; at++) await enter(id, { ownerUnitIds: [] })
  const first = await sure(cast.secretary.get(`/api/directives?host=${host}&limit=2`))
  const rest = await sure(
    cast.secretary.get(`/api/directives?host=${host}&limit=2&cursor=${encodeURIComponent(first.cursor)}`),
  )
  expect(first.items).toHaveLength(2)
  const ids = [...first.items, ...rest.items].map((one: { id: string }) => one.id)
  expect(new Set(ids).size).toBe(ids.length)
})
