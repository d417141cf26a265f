// The floor when many reach for it at the same moment: never two speakers, on the real engine.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { type RecordedEvent, wholeLog } from '#functions/shared/event-log.ts'
import { startApi, type TestApi } from '#test/support/api.ts'
import { type Cast, castOf, conferenceAt, unit } from '#test/support/conference.ts'

let home: TestApi
let cast: Cast

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  cast = await castOf(home)
})
afterAll(() => home.stop())

const path = (id: string, verb = '') => `/api/conferences/${id}/floor${verb && `/${verb}`}`
const desk = (id: string, verb: string, body: object = {}) => cast.secretary.post(path(id, verb), body)

const opened = async () => {
  const id = await conferenceAt(cast.secretary, 'start')
  expect((await desk(id, 'open')).status).toBe(200)
  return id
}

const ask = async (id: string, kind = 'speech') => {
  const input = { kind, unitId: unit, speaker: { position: 'Phó Giám đốc Công an tỉnh Ninh Bình' } }
  const { status, body } = await cast.operator.post(path(id, 'requests'), input)
  expect([status, body.title]).toEqual([201, undefined])
  return body
}

describe('at once', () => {
  it('exactly one of many chairs who call many speakers wins', async () => {
    const id = await opened()
    const requests = await Promise.all(Array.from({ length: 12 }, () => ask(id)))
    const answers = await Promise.all(requests.map(({ id: requestId }) => desk(id, 'call', { requestId })))
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    for (const { status, body } of answers.filter((answer) => answer.status !== 200))
      expect([409, 503]).toContain(body.status ?? status)
    const { current, queue } = (await cast.operator.get(path(id))).body
    expect(queue).toHaveLength(11)
    expect(current.requestId).toBe(won[0]?.body.current.requestId)
  })

  it('two taps of yield end one turn, not the next', async () => {
    const id = await opened()
    const [one, two] = [await ask(id), await ask(id)]
    await desk(id, 'call', { requestId: one.id })
    const taps = await Promise.all([
      desk(id, 'yield', { requestId: one.id }),
      cast.operator.post(path(id, 'yield'), { requestId: one.id }),
      desk(id, 'call', { requestId: two.id }),
    ])
    expect(taps.slice(0, 2).filter(({ status }) => status === 200)).toHaveLength(1)
    const { done } = (await cast.operator.get(path(id))).body
    expect(done.map(({ id: turn }: { id: string }) => turn)).toEqual([one.id])
  })

  it('whoever is named while being called is named on the floor as well', async () => {
    const id = await opened()
    for (let round = 0; round < 12; round++) {
      const one = await ask(id)
      const named = { speaker: { name: `Người nói ${round}` } }
      await Promise.all([
        desk(id, 'call', { requestId: one.id }),
        cast.operator.post(path(id, `requests/${one.id}/speaker`), named),
      ])
      const { current } = (await cast.operator.get(path(id))).body
      const { done } = (await desk(id, 'yield', { requestId: one.id })).body
      const turn = done.find(({ id: turn }: { id: string }) => turn === one.id)
      expect(turn.speaker.display).toBe(current.speaker.display)
    }
  })

  it('a hundred points ask together and none waits for another', async () => {
    const id = await opened()
    await Promise.all(Array.from({ length: 100 }, () => ask(id)))
    expect((await cast.operator.get(path(id))).body.queue).toHaveLength(100)
  })

  it('fifty who do whatever they like at the same moment leave one speaker at most', async () => {
    const id = await opened()
    const ids: string[] = (await Promise.all([1, 2, 3, 4, 5].map(() => ask(id)))).map((request) => request.id)
    const verbs = ['call', 'order', 'next', 'yield', 'skip', 'withdraw', 'undo', 'suspend', 'restore', 'call']
    for (let round = 0; round < 3; round++) {
      const callers = Array.from({ length: 50 }, (_, caller) => ({
        verb: verbs[(caller + round) % verbs.length] ?? '',
        of: ids[(caller * 7 + round) % ids.length] ?? '',
      }))
      const answers = await Promise.all(callers.map(({ verb, of }) => doOne(id, verb, of)))
      for (const { status } of answers) expect([200, 409, 503]).toContain(status)
      await expectOneSpeaker(id)
    }
  })

  it('never two speakers in the log, whatever chairs and operators do together', async () => {
    const deed = fc.record({
      verb: fc.constantFrom(
        'call',
        'call',
        'order',
        'next',
        'yield',
        'skip',
        'withdraw',
        'undo',
        'suspend',
        'restore',
      ),
      of: fc.nat(3),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(deed, { minLength: 2, maxLength: 5 }), { maxLength: 6 }),
        async (rounds) => {
          const id = await opened()
          const ids = (await Promise.all([1, 2, 3, 4].map(() => ask(id)))).map(
            (request) => request.id as string,
          )
          for (const round of rounds) {
            const answers = await Promise.all(round.map(({ verb, of }) => doOne(id, verb, ids[of] ?? '')))
            for (const { status } of answers) expect([200, 409, 503]).toContain(status)
            await expectOneSpeaker(id)
          }
        },
      ),
      { numRuns: 15 },
    )
  })
})

const doOne = async (id: string, verb: string, requestId: string) => {
  if (verb === 'withdraw') return cast.operator.post(path(id, `requests/${requestId}/withdraw`), {})
  if (verb === 'restore') return desk(id, `requests/${requestId}/restore`)
  if (verb === 'next') return desk(id, 'call')
  if (verb === 'order')
    return desk(id, 'call', { requestId: (await ask(id, 'point-of-order')).id, suspend: true })
  return desk(id, verb, verb === 'skip' ? { requestId, reason: 'Vắng mặt' } : { requestId })
}

const ends = ['floor.yielded', 'floor.skipped', 'floor.suspended', 'floor.call-undone']

/** A call that sends whoever speaks back tells both in one write: of one millisecond the end comes first. */
const inOrder = (events: RecordedEvent[]) =>
  events.toSorted(
    (a, b) =>
      Date.parse(a.recordedAt) - Date.parse(b.recordedAt) ||
      Number(ends.includes(b.name)) - Number(ends.includes(a.name)),
  )

/** Replays the log: each call finds the floor free, and the floor names whoever was called last and not ended. */
const expectOneSpeaker = async (id: string) => {
  const log = inOrder(await wholeLog(id, new Date(Date.now() + 60_000)))
  let speaking: string | undefined
  for (const { name, subject } of log) {
    if (name === 'floor.called') {
      expect(speaking).toBeUndefined()
      speaking = subject
    }
    if (ends.includes(name) && subject === speaking) speaking = undefined
  }
  expect((await cast.operator.get(path(id))).body.current?.requestId).toBe(speaking)
}
