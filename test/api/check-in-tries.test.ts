// Guessing at the code of a point: five tries in five minutes, for each delegate by themselves, however they come in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personItem } from '#functions/directory/entity.ts'
import type { Client, TestApi } from '#test/support/api.ts'
import { plant } from '#test/support/plant.ts'
import { pass, rollRoom, startRollHome, stopRollHome } from '#test/support/roll-room.ts'

let home: TestApi
let desk: Client
let operator: Client
let delegate: Client
let other: Client

beforeAll(async () => {
  ;({ home, desk, operator } = await startRollHome())
  ;[delegate, other] = [await home.somebody(), await home.somebody()]
  for (const { personId } of [delegate, other])
    await plant([personItem({ id: personId, name: 'Lê Văn C', posts: [], version: 1 })])
})
afterAll(() => stopRollHome(home))

const room = async () => {
  const made = await rollRoom(desk, operator, [
    { personId: delegate.personId, order: 1 },
    { personId: other.personId, order: 2 },
  ])
  const right = async () => (await operator.get(`${made.point}/check-ins/code`)).body.code as string
  const wrong = async () => ((await right()) === '000000' ? '111111' : '000000')
  const claim = (who: Client, code: string) => who.post(`${made.point}/check-ins`, { code })
  return { ...made, right, wrong, claim }
}

const slugOf = ({ body }: { body: { type?: string } }) => body.type?.replace('/problems/', '')

describe('wrong codes', () => {
  it('are taken five times, then not even the right one, until five minutes are over', async () => {
    const { right, wrong, claim } = await room()
    for (let tried = 0; tried < 5; tried++)
      expect(slugOf(await claim(delegate, await wrong()))).toBe('check-in-code-wrong')
    const refused = await claim(delegate, await right())
    expect([refused.status, slugOf(refused)]).toEqual([429, 'check-in-tries'])
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(290)
    expect((await claim(other, await right())).status).toBe(201)
    pass(5)
    expect((await claim(delegate, await right())).status).toBe(201)
  })

  it('that come at once are counted one by one', async () => {
    const { wrong, claim } = await room()
    const code = await wrong()
    const slugs = (await Promise.all(Array.from({ length: 20 }, () => claim(delegate, code)))).map(slugOf)
    expect(slugs.filter((slug) => slug === 'check-in-code-wrong').length).toBeLessThanOrEqual(5)
    expect(
      slugs.filter((slug) => !['check-in-code-wrong', 'check-in-tries', 'busy'].includes(slug ?? '')),
    ).toEqual([])
    expect(slugOf(await claim(delegate, code))).toBe('check-in-tries')
  })

  it('count no more once the right one was given', async () => {
    const { right, wrong, claim } = await room()
    for (let round = 0; round < 2; round++) {
      for (let tried = 0; tried < 4; tried++) await claim(delegate, await wrong())
      expect((await claim(delegate, await right())).status).toBe(201)
    }
  })

  it('of a personal link count for its delegate', async () => {
    const { point, right, wrong, ids } = await room()
    const { url } = (await operator.post(`${point}/delegates/${ids[0]}/personal-link`)).body
    const headers = { Authorization: `Link ${String(url).split('#')[1]}` }
    const claim = async (code: string) =>
      home.as('link', 'link').post('/api/personal/check-in', { code }, { headers })
    for (let tried = 0; tried < 5; tried++)
      expect(slugOf(await claim(await wrong()))).toBe('check-in-code-wrong')
    expect(slugOf(await claim(await right()))).toBe('check-in-tries')
  })
})

it('whoever is no delegate, and a room that is not open, cost nobody a try', async () => {
  const { path, point, right, claim } = await room()
  for (let tried = 0; tried < 6; tried++) expect((await claim(operator, '000000')).status).toBe(403)
  expect((await claim(delegate, await right())).status).toBe(201)
  const draft = await desk.post('/api/conferences', {
    title: ['Hội nghị'],
    hostUnitId: 'unt_bo-cong-an',
    venue: 'Hà Nội',
    startsAt: '2022-11-24T14:00:00+07:00',
  })
  const early = `/api/conferences/${draft.body.id}/bridge-points`
  await desk.post(early, { unitIds: ['unt_ca-ninh-binh'] })
  const there = `${early}/${point.split('/').at(-1)}`
  await operator.post(`${there}/delegates`, { delegates: [{ personId: delegate.personId }] })
  await desk.post(`/api/conferences/${draft.body.id}/schedule`)
  for (let tried = 0; tried < 6; tried++)
    expect(slugOf(await delegate.post(`${there}/check-ins`, { code: '000000' }))).toBe('conference-state')
  expect(path).toContain('/api/conferences/')
})
