// Whoever is invited and has an account: finds their own invitation, answers it, names another, and nobody else's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { personItem } from '#functions/directory/entity.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { type Cast, castOf, conferenceAt } from '#test/support/conference.ts'
import { eventually } from '#test/support/eventually.ts'
import { plant } from '#test/support/plant.ts'

let home: TestApi
let cast: Cast
let delegate: Client
let colleague: Client

const point = 'bpt_ca-ninh-binh'

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  cast = await castOf(home)
  ;[delegate, colleague] = [await home.somebody(), await home.somebody()]
  for (const { personId } of [delegate, colleague])
    await plant([
      personItem({ id: personId, name: 'Đinh Trọng Soạn', rank: 'Đại tá', posts: [], version: 1 }),
    ])
})
afterAll(() => home.stop())

/** A conference with both on Ninh Bình's list and as contributors. */
const invited = async (step: 'schedule' | 'open' | 'start' = 'schedule') => {
  const id = await conferenceAt(cast.secretary, step)
  const path = `/api/conferences/${id}`
  const list = `${path}/bridge-points/${point}/delegates`
  const delegates = [delegate, colleague].map(({ personId }, at) => ({
    personId,
    order: at + 1,
    phone: '0912345678',
  }))
  const made = await cast.operator.post(list, { delegates })
  expect(made.status).toBe(201)
  for (const one of [delegate, colleague]) await home.grant(one, 'contributor', `conference:${id}`)
  const [own, other]: string[] = made.body.items.map((item: { id: string }) => item.id)
  const mine = async (who = delegate) => (await who.get(`${path}/mine`)).body.items
  await eventually(async () => expect(await mine()).toHaveLength(1))
  const answers = `${path}/bridge-points/${point}/answers`
  const answer = (delegateId: string | undefined, who = delegate, extra = {}) =>
    who.post(answers, { answers: [{ delegateId, answer: 'accepted' }] }, extra)
  const substitution = { delegate: { name: 'Trần Thị Bình' }, reason: 'Đi công tác' }
  const substitute = (at: string | undefined, extra = {}) =>
    delegate.post(`${list}/${at}/substitute`, substitution, extra)
  return { id, path, list, own, other, mine, answer, substitute }
}

describe('one’s own invitation', () => {
  it('shows who, where, what was answered, and how they stand on the roll', async () => {
    const { path, own, mine, answer } = await invited('start')
    expect(await mine()).toMatchObject([
      {
        conference: { state: 'in-session' },
        point: { id: point, unitId: 'unt_ca-ninh-binh' },
        delegate: { id: own, answer: 'unanswered', state: 'expected' },
      },
    ])
    expect((await mine())[0]).not.toHaveProperty('mark')
    await answer(own)
    const roll = `${path}/bridge-points/${point}/roll-call`
    await cast.operator.post(roll, { marks: [{ delegateId: own, state: 'present' }] })
    expect(await mine()).toMatchObject([{ delegate: { answer: 'accepted' }, mark: { state: 'present' } }])
  })

  it('is nobody’s who is on no list; and outsiders are refused', async () => {
    const { path } = await invited()
    expect((await cast.secretary.get(`${path}/mine`)).body).toEqual({ items: [] })
    expect((await (await home.somebody()).get(`${path}/mine`)).status).toBe(403)
  })
})

describe('a signed-in delegate', () => {
  it('answers for themselves alone, once, and sees no telephone', async () => {
    const { own, other, answer, mine } = await invited()
    const first = await answer(own, delegate, { key: 'once' })
    expect([first.status, first.body.items[0].answer]).toEqual([200, 'accepted'])
    expect(first.body.items[0]).not.toHaveProperty('phone')
    expect((await answer(own, delegate, { key: 'once' })).status).toBe(200)
    expect((await answer(other)).status).toBe(403)
    expect((await mine())[0].delegate.answer).toBe('accepted')
    expect((await mine(colleague))[0].delegate.answer).toBe('unanswered')
  })

  it('needs the conference to be theirs to read', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const list = `/api/conferences/${id}/bridge-points/${point}`
    const made = await cast.operator.post(`${list}/delegates`, {
      delegates: [{ personId: delegate.personId }],
    })
    const answers = [{ delegateId: made.body.items[0].id, answer: 'accepted' }]
    expect((await delegate.post(`${list}/answers`, { answers })).status).toBe(403)
  })

  it('names another in their place before the session, and does nothing more', async () => {
    const { own, other, substitute, answer, mine } = await invited()
    expect((await substitute(other)).status).toBe(403)
    expect((await substitute(own, { key: 'once' })).status).toBe(201)
    expect((await substitute(own, { key: 'once' })).status).toBe(201)
    expect((await answer(own)).status).toBe(403)
    expect(await mine()).toMatchObject([{ delegate: { state: 'withdrawn', substitutedBy: 'Trần Thị Bình' } }])
  })

  it('edits and withdraws nobody', async () => {
    const { list, own } = await invited()
    expect((await delegate.post(`${list}/${own}/withdraw`, { reason: 'Bận' })).status).toBe(403)
    const edited = await delegate.put(`${list}/${own}`, { name: 'Khác' }, { version: 1 })
    expect(edited.status).toBe(403)
  })
})
