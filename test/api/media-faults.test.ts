// Whatever becomes of the worker and its orders: one primary, a seat each, nobody made that nobody knows of.
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findHeld, heldIn } from '#functions/media/entity.ts'
import { findEntry } from '#functions/media/find-entry.ts'
import { workOn } from '#functions/media/work.ts'
import { setClock } from '#functions/shared/clock.ts'
import { unit } from '#test/support/conference.ts'
import {
  giveFloorTo,
  Killed,
  type MediaHome,
  plantCommunes,
  seatsIn,
  setLimits,
  startMediaHome,
  voiceOf,
  watchCalls,
  work,
} from '#test/support/media-room.ts'
import { openRoom, point, roomCast, standingClock } from '#test/support/point-room.ts'

standingClock('2022-11-23T06:30:00Z')
let home: MediaHome
let cast: Awaited<ReturnType<typeof roomCast>>

beforeAll(async () => {
  home = await startMediaHome()
  cast = await roomCast(home)
})
afterAll(async () => {
  await home.stop()
  setClock(() => new Date())
})
/** A primary of six, one seat of them kept for a turn, and two replicas of six. */
beforeEach(() => setLimits({ attendeesMost: 6, promotionSeats: 1, replicasMost: 2 }))
afterEach(() => {
  vi.restoreAllMocks()
})

type Room = Awaited<ReturnType<typeof openRoom>> & { communes: string[] }

const nation = async (last: 'open' | 'start' = 'start', communes = 12): Promise<Room> => {
  const room = await openRoom(cast.desk, last)
  const half = Math.floor(communes / 2)
  const planted = [
    ...(await plantCommunes(room.id, 'ca-ninh-binh', half)),
    ...(await plantCommunes(room.id, 'ca-thanh-hoa', communes - half)),
  ]
  return { ...room, communes: planted }
}
const firsts = [point, 'bpt_ca-thanh-hoa', 'chair', 'desk']
const meetings = ({ id }: Room) => home.chime.meetings(id)
const state = async ({ path }: Room) => (await cast.desk.get(`${path}/room`)).body

/** Every seat once, in the meeting its page is told of, with a token that opens it. */
const expectWhole = async (room: Room, turn: string[] = []) => {
  const [primary, ...replicas] = meetings(room)
  expect(seatsIn(primary)).toEqual([...firsts, ...turn].sort())
  expect(replicas.flatMap(seatsIn).sort()).toEqual([...room.communes].sort())
  for (const { seat } of await heldIn(room.id, 'SEAT')) {
    const held = await findHeld(room.id, 'SEAT', seat)
    const meeting = meetings(room).find(({ meetingId }) => meetingId === held?.meetingId)
    const attendee = meeting?.attendees.get(held?.attendee.AttendeeId ?? '')
    expect([seat, attendee?.joinToken]).toEqual([seat, held?.attendee.JoinToken])
  }
}

/** What the queue does: an order whose worker died comes back. */
const untilDone = async (room: Room, more = {}) => {
  for (let tries = 0; tries < 40; tries++)
    try {
      return await work(room.id, more)
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
  throw new Error('It is killed for ever.')
}

/** The floor is given to a commune that only watches, and it is told so by the service. */
const call = async (room: Room, pointId: string) => {
  const path = `${room.path}/floor`
  await cast.desk.post(`${path}/open`, {})
  const { body } = await cast.desk.post(`${path}/requests`, {
    unitId: unit,
    speaker: { position: 'Đội trưởng' },
  })
  await cast.desk.post(`${path}/call`, { requestId: body.id })
  await giveFloorTo(room.id, pointId)
}

describe('a worker that is killed', () => {
  it.each(
    Array.from({ length: 6 }, (_, at) => at + 1).flatMap(
      (at) =>
        [
          [at, 'before'],
          [at, 'after'],
        ] as const,
    ),
  )('at call %i, %s it was answered, is followed by one that completes the room', async (at, when) => {
    const room = await nation()
    const calls = watchCalls((number) => (number === at ? when : undefined))
    await expect(work(room.id)).rejects.toThrow(Killed)
    await untilDone(room)
    calls.stop()
    expect(meetings(room)).toHaveLength(3)
    await expectWhole(room)
    expect(await state(room)).toMatchObject({ state: 'ready', meetings: 3 })
  })

  it.each(
    [1, 2, 3].flatMap(
      (at) =>
        [
          [at, 'before'],
          [at, 'after'],
        ] as const,
    ),
  )(
    'at call %i of a turn, %s it was answered, leaves nobody promoted twice, and nobody after the turn',
    async (at, when) => {
      const room = await nation()
      await work(room.id)
      const speaker = room.communes[3] ?? ''
      await call(room, speaker)
      const calls = watchCalls((number) => (number === at ? when : undefined))
      await untilDone(room, { floorOnly: true })
      await expectWhole(room, [speaker])
      expect(voiceOf(meetings(room)[0], speaker)).toBe('SendReceive')
      await cast.desk.post(`${room.path}/floor/yield`, {})
      await untilDone(room, { floorOnly: true })
      calls.stop()
      await expectWhole(room)
      expect(await heldIn(room.id, 'TURN')).toEqual([])
    },
  )
})

describe('a turn whose worker is killed', () => {
  it.each([
    ['a point of the primary', 0],
    ['a commune that watches', 1],
  ])('leaves no voice to %s when it is over before the next worker looks', async (_, at) => {
    const room = await nation()
    await work(room.id)
    const speaker = [point, room.communes[3] ?? ''][at] ?? ''
    await call(room, speaker)
    const calls = watchCalls(() => 'after')
    await expect(work(room.id, { floorOnly: true })).rejects.toThrow(Killed)
    calls.stop()
    await cast.desk.post(`${room.path}/floor/yield`, {})
    await untilDone(room, { floorOnly: true })
    await expectWhole(room)
    expect(voiceOf(meetings(room)[0], speaker)).toBe(at === 0 ? 'Receive' : undefined)
  })

  it('leaves nobody promoted when it died with the promotion in its table', async () => {
    const room = await nation()
    await work(room.id)
    const speaker = room.communes[3] ?? ''
    await call(room, speaker)
    setLimits({ attendeesMost: 6, promotionSeats: 1, replicasMost: 3 })
    room.communes.push(...(await plantCommunes(room.id, 'ca-nghe-an', 2)))
    const calls = watchCalls((_, name) => (name === 'CreateMeetingCommand' ? 'before' : undefined))
    await expect(work(room.id)).rejects.toThrow(Killed)
    calls.stop()
    expect(await heldIn(room.id, 'TURN')).toHaveLength(1)
    await cast.desk.post(`${room.path}/floor/yield`, {})
    await untilDone(room)
    await expectWhole(room)
    expect(await heldIn(room.id, 'TURN')).toEqual([])
  })
})

it('a room that closes when its worker died with the meeting made leaves no meeting', async () => {
  const room = await nation('open', 0)
  const calls = watchCalls((_, name) => (name === 'CreateMeetingCommand' ? 'after' : undefined))
  await expect(work(room.id)).rejects.toThrow(Killed)
  calls.stop()
  expect(meetings(room)).toHaveLength(1)
  await cast.desk.post(`${room.path}/cancel`, { reason: 'Bão số 9.' })
  await cast.desk.post(`${room.path}/close`, {})
  await work(room.id)
  expect(meetings(room)).toEqual([])
})

describe('a commune that watches', () => {
  it('is told what to promote itself with while it has the floor, and only then', async () => {
    const room = await nation()
    await work(room.id)
    const [first = '', second = ''] = room.communes
    const entry = (seat: string) => findEntry({ id: room.id, state: 'in-session' }, seat)
    expect(await entry(first)).toMatchObject({ state: 'ready', part: 'replica' })
    await call(room, first)
    expect(await entry(first)).not.toHaveProperty('promotion')
    await work(room.id, { floorOnly: true })
    const held = [...(meetings(room)[0]?.attendees.values() ?? [])].find(
      ({ externalUserId }) => externalUserId === first,
    )
    expect(await entry(first)).toMatchObject({
      part: 'replica',
      promotion: { AttendeeId: held?.attendeeId, JoinToken: held?.joinToken, ExternalUserId: first },
    })
    expect(await entry(second)).not.toHaveProperty('promotion')
    await cast.desk.post(`${room.path}/floor/yield`, {})
    expect(await entry(first)).not.toHaveProperty('promotion')
  })
})

describe('quotas', () => {
  it('name what is in the way, and seat everybody who fits; more is granted, all are seated, and nobody moves', async () => {
    const room = await nation('start', 20)
    await work(room.id)
    expect(await state(room)).toMatchObject({ state: 'refused', quota: 'replicas-per-meeting', meetings: 3 })
    const before = await heldIn(room.id, 'SEAT')
    expect(before).toHaveLength(4 + 12)
    const out = room.communes.find((seat) => !before.some((held) => held.seat === seat)) ?? ''
    const conference = { id: room.id, state: 'in-session' as const }
    expect(await findEntry(conference, out)).toEqual({ state: 'refused', quota: 'replicas-per-meeting' })
    setLimits({ attendeesMost: 6, promotionSeats: 1, replicasMost: 4 })
    await work(room.id)
    expect(await state(room)).toMatchObject({ state: 'ready', meetings: 5 })
    await expectWhole(room)
    expect(await heldIn(room.id, 'SEAT')).toEqual(expect.arrayContaining(before))
  })

  it.each(['throttled', 'unanswered'] as const)(
    'of requests, and a service in trouble, leave no trace: a third %s',
    async (how) => {
      const room = await nation()
      const calls = watchCalls((at) => (at % 3 === 0 ? how : undefined))
      await work(room.id)
      calls.stop()
      await expectWhole(room)
    },
  )
})

it('agrees with the floor in the end, whatever orders come in what order, twice, late, from workers that die', async () => {
  const acts = fc.constantFrom('call', 'yield', 'order', 'floor', 'killed', 'restart')
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 3, maxLength: 9 }), fc.nat(5), async (list, at) => {
      const room = await nation()
      for (const act of list) {
        const speaker = [point, room.communes[0] ?? ''][at % 2] ?? point
        if (act === 'call') await call(room, speaker)
        else if (act === 'yield') await cast.desk.post(`${room.path}/floor/yield`, {})
        else if (act === 'restart') await home.chime.restart()
        else {
          const calls = watchCalls((number) => (act === 'killed' && number === at + 1 ? 'after' : undefined))
          await workOn({ conferenceId: room.id, ...(act === 'floor' ? { floorOnly: true } : {}) }).catch(
            () => {},
          )
          calls.stop()
        }
      }
      const gone = meetings(room)[0] === undefined
      const { body: floor } = await cast.desk.get(`${room.path}/floor`)
      const stale = (await home.chime.meetings(room.id))[0]?.meetingId
      await untilDone(room, gone || stale === undefined ? await staleOf(room) : {})
      const speaks = floor.current?.pointId as string | undefined
      await expectWhole(room, speaks && room.communes.includes(speaks) ? [speaks] : [])
      for (const seat of firsts)
        expect([seat, voiceOf(meetings(room)[0], seat)]).toEqual([
          seat,
          seat === 'chair' || seat === speaks ? 'SendReceive' : 'Receive',
        ])
    }),
    { numRuns: 15 },
  )
})

/** What a page says that was refused by a meeting which is gone. */
const staleOf = async ({ id }: Room) => {
  const [held] = await heldIn(id, 'SEAT')
  return held ? { stale: held.meetingId } : {}
}
