// Chime's events, in any order and repetition, through the queue to the links of the points they are about.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putAttendee } from '#functions/bridge-points/attendee.ts'
import { findLink } from '#functions/bridge-points/entity.ts'
import { links } from '#functions/bridge-points/link.routes.ts'
import { bridgePoints } from '#functions/bridge-points/routes.ts'
import { attendanceWindow, staysWithin, timelineOf } from '#functions/bridge-points/stays.rules.ts'
import { conferenceActs } from '#functions/conferences/acts.routes.ts'
import { conferences } from '#functions/conferences/routes.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { setClock } from '#functions/shared/clock.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { write } from '#functions/shared/write.ts'
import { startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/app-of.ts'
import { attendeeEvent, chimeEvent, hearChime } from '#test/support/chime.ts'
import { openRoom, point, roomCast, standingClock } from '#test/support/point-room.ts'

const clock = standingClock('2022-11-23T06:30:00Z')
let home: TestApi
let cast: Awaited<ReturnType<typeof roomCast>>

beforeAll(async () => {
  const app = appOf({ '/conferences': conferences })
  app.route('/conferences', conferenceActs)
  app.route('/conferences', bridgePoints).route('/conferences', links)
  home = await startApi(() => app)
  await seedUnits()
  cast = await roomCast(home)
})
afterAll(async () => {
  await home.stop()
  setClock(() => new Date())
})

type Room = Awaited<ReturnType<typeof openRoom>>
type Seat = { meetingId: string; attendeeId: string }

const seat = (meetingId = `m-${newUlid()}`): Seat => ({ meetingId, attendeeId: `a-${newUlid()}` })

/** What media will do before it hands out credentials. */
const introduce = async ({ id }: Room, where: Seat, pointId: string | undefined = point) => {
  const attendee = { ...where, conferenceId: id, ...(pointId ? { pointId } : {}) }
  await write(systemActor('test', 'test'), where.attendeeId, putAttendee(attendee, clock.iso()))
  return where
}
const seated = async (room: Room, meetingId?: string) => introduce(room, seat(meetingId))
const detail = async ({ ours }: Room) => (await cast.operator.get(ours())).body
const meetingEnded = (meetingId: string, at: number) =>
  chimeEvent({ eventType: 'chime:MeetingEnded', meetingId, externalMeetingId: 'x', timestamp: at })
const iso = (ms: number) => new Date(ms).toISOString()
const linkEvents = async (room: Room) => {
  clock.pass(6)
  const { body } = await cast.desk.get(`${room.path}/events?limit=200`)
  return body.items.filter(({ name }: { name: string }) => name.startsWith('link.'))
}

describe('events of an attendee', () => {
  it('connect and disconnect its point at the times Chime tells', async () => {
    const room = await openRoom(cast.desk)
    const where = await seated(room)
    const from = clock.ms()
    clock.pass(120)
    expect(await hearChime([attendeeEvent('Joined', where, from)])).toEqual([])
    expect((await detail(room)).row).toMatchObject({ state: 'connected', since: iso(from) })
    clock.pass(60)
    const dropped = clock.ms() - 5_000
    await hearChime([attendeeEvent('Dropped', where, dropped)])
    const { row, link } = await detail(room)
    expect(row).toMatchObject({ state: 'lost', since: iso(dropped) })
    expect(link.stays).toEqual([{ from: iso(from), to: iso(dropped) }])
  })

  it('change nothing when they are repeated: one event in the log each', async () => {
    const room = await openRoom(cast.desk)
    const where = await seated(room)
    const joined = attendeeEvent('Joined', where, clock.ms())
    clock.pass(60)
    const left = attendeeEvent('Left', where, clock.ms())
    const repeats = [left, joined, left, joined, joined, left]
    expect(await hearChime(repeats)).toEqual([])
    const before = await findLink(room.id, point)
    expect(await hearChime(repeats)).toEqual([])
    expect(await findLink(room.id, point)).toEqual(before)
    expect(await linkEvents(room)).toHaveLength(2)
  })

  it('are held for a deleted attendee as for one that left', async () => {
    const room = await openRoom(cast.desk)
    const where = await seated(room)
    await hearChime([attendeeEvent('Joined', where, clock.ms())])
    clock.pass(10)
    await hearChime([attendeeEvent('Deleted', where, clock.ms())])
    expect((await detail(room)).link.linkState).toBe('left')
  })

  it('know no leave in a promotion to another meeting', async () => {
    const room = await openRoom(cast.desk)
    const [replica, primary] = [await seated(room), await seated(room)]
    const from = clock.ms()
    await hearChime([attendeeEvent('Joined', replica, from)])
    clock.pass(60)
    await hearChime([
      attendeeEvent('Left', replica, clock.ms() + 1_000),
      attendeeEvent('Joined', primary, clock.ms()),
    ])
    clock.pass(60)
    const { link, row } = await detail(room)
    expect([row.state, link.stays]).toEqual(['connected', [{ from: iso(from), to: clock.iso() }]])
  })

  it('settle a page that fell silent', async () => {
    const room = await openRoom(cast.desk)
    const where = await seated(room)
    const { session } = (await cast.operator.post(room.ours('/join'))).body
    await hearChime([attendeeEvent('Joined', where, clock.ms())])
    clock.pass(30)
    await cast.operator.post(room.ours('/heartbeat'), { session, media: 'up' })
    clock.pass(20)
    const lost = clock.ms()
    await hearChime([attendeeEvent('Dropped', where, lost)])
    clock.pass(200)
    const { link } = await detail(room)
    expect(link).toMatchObject({ linkState: 'dropped', since: iso(lost), stays: [{ to: iso(lost) }] })
  })
})

describe('any order and repetition of events', () => {
  it('gives one and the same link', async () => {
    const room = await openRoom(cast.desk)
    const start = clock.ms()
    clock.pass(3_600)
    const kinds = ['Joined', 'Left', 'Dropped', 'Deleted'] as const
    const told = fc.array(
      fc.record({
        who: fc.nat(1),
        what: fc.constantFrom(...kinds),
        second: fc.nat(900),
      }),
      { minLength: 2, maxLength: 8 },
    )
    const inOrders = told.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.subarray(all),
        fc.nat(900),
      ),
    )
    await fc.assert(
      fc.asyncProperty(inOrders, async ([all, shuffled, again, end]) => {
        const read = async (order: typeof all, endFirst: boolean) => {
          const other = await openRoom(cast.desk)
          const meeting = `m-${newUlid()}`
          const seats = [await seated(other, meeting), await seated(other)]
          const events = order.map(({ who, what, second }) =>
            attendeeEvent(what, seats[who] ?? seat(), start + second * 1000),
          )
          const ended = [meetingEnded(meeting, start + end * 1000)]
          const batches = endFirst ? [ended, events] : [events, ended]
          for (const batch of batches) for (const event of batch) expect(await hearChime([event])).toEqual([])
          const link = await findLink(other.id, point)
          return link ? timelineOf(link, iso(start + 3_600_000)) : []
        }
        // What Chime tells of a meeting that is over is from before its end.
        const early = (one: { who: number; second: number }) => one.who === 1 || one.second <= end
        const once = await read(all.filter(early), false)
        expect(await read([...again, ...shuffled, ...again].filter(early), true)).toEqual(once)
      }),
      { numRuns: 8 },
    )
    expect(room.id).toMatch(/^cnf_/)
  }, 60_000)

  it('delivered at once, as a queue does, loses nothing', async () => {
    const room = await openRoom(cast.desk)
    const where = await seated(room)
    const start = clock.ms()
    clock.pass(3_600)
    const events = Array.from({ length: 10 }, (_, n) => [
      attendeeEvent('Joined', where, start + n * 60_000),
      attendeeEvent('Left', where, start + n * 60_000 + 45_000),
    ]).flat()
    let left = events.toReversed()
    for (let turn = 0; left.length > 0 && turn < 5; turn++) left = await hearChime(left)
    expect(left).toEqual([])
    expect((await detail(room)).link.stays).toEqual(
      Array.from({ length: 10 }, (_, n) => ({
        from: iso(start + n * 60_000),
        to: iso(start + n * 60_000 + 45_000),
      })),
    )
    expect(await linkEvents(room)).toHaveLength(20)
  })
})

describe('the end of a meeting', () => {
  it('closes every stay in it, at every point, and none elsewhere', async () => {
    const room = await openRoom(cast.desk)
    const meeting = `m-${newUlid()}`
    const [one, never] = [await seated(room, meeting), await seated(room, meeting)]
    const other = await introduce(room, seat(meeting), 'bpt_ca-thanh-hoa')
    const elsewhere = await introduce(room, seat(), 'bpt_ca-thanh-hoa')
    expect(never.meetingId).toBe(meeting)
    for (const where of [one, other, elsewhere]) await hearChime([attendeeEvent('Joined', where, clock.ms())])
    clock.pass(600)
    const end = clock.ms()
    expect(await hearChime([meetingEnded(meeting, end), meetingEnded(meeting, end)])).toEqual([])
    expect((await detail(room)).link).toMatchObject({ linkState: 'left', since: iso(end) })
    const theirs = await cast.desk.get(`${room.path}/bridge-points/bpt_ca-thanh-hoa`)
    expect(theirs.body.link.linkState).toBe('up')
    expect(await linkEvents(room)).toHaveLength(5)
  })

  it('leaves unknown what nobody heard of: an attendee whose own leave was never told', async () => {
    const room = await openRoom(cast.desk)
    const where = await seated(room)
    const from = clock.iso()
    const { session } = (await cast.operator.post(room.ours('/join'))).body
    await hearChime([attendeeEvent('Joined', where, clock.ms())])
    clock.pass(60)
    const gone = clock.iso()
    await cast.operator.post(room.ours('/leave'), { session })
    clock.pass(3_600)
    await hearChime([meetingEnded(where.meetingId, clock.ms())])
    const { link } = await detail(room)
    expect(link).toMatchObject({ linkState: 'left', since: clock.iso(), stays: [{ from, to: gone }] })
    expect(link.gaps[0]).toEqual({ from: gone, to: clock.iso(), kind: 'unknown' })
  })

  it('told before a join that came first ends that stay as well', async () => {
    const room = await openRoom(cast.desk)
    const where = await seated(room)
    const from = clock.ms()
    clock.pass(60)
    await hearChime([meetingEnded(where.meetingId, clock.ms())])
    await hearChime([attendeeEvent('Joined', where, from)])
    expect((await detail(room)).link).toMatchObject({
      linkState: 'left',
      stays: [{ from: iso(from), to: clock.iso() }],
    })
  })
})

describe('what is not known', () => {
  it('comes back to the queue, alone, until somebody knows the attendee', async () => {
    const room = await openRoom(cast.desk)
    const [known, unknown] = [await seated(room), seat()]
    const early = attendeeEvent('Joined', unknown, clock.ms())
    expect(await hearChime([early, attendeeEvent('Joined', known, clock.ms())])).toEqual([early])
    expect((await detail(room)).link.sessions).toHaveLength(1)
    await introduce(room, unknown)
    expect(await hearChime([early])).toEqual([])
    expect((await detail(room)).link.sessions).toHaveLength(2)
  })

  it('of attendees that are no point, and of other kinds, is let go', async () => {
    const room = await openRoom(cast.desk)
    const chair = seat()
    await write(systemActor('t', 't'), 'x', putAttendee({ ...chair, conferenceId: room.id }, clock.iso()))
    const heard = [
      attendeeEvent('Joined', chair, clock.ms()),
      attendeeEvent('Added', seat(), clock.ms()),
      attendeeEvent('Deleted', seat(), clock.ms()),
      chimeEvent({ eventType: 'chime:MeetingStarted', meetingId: 'm', timestamp: clock.ms() }),
      chimeEvent({ eventType: 'chime:AttendeeVideoStarted', meetingId: 'm', timestamp: clock.ms() }),
      meetingEnded(`m-${newUlid()}`, clock.ms()),
    ]
    expect(await hearChime(heard)).toEqual([])
    expect(await linkEvents(room)).toEqual([])
  })

  it('in shape comes back, and at last is a dead letter', async () => {
    const bad = { ...attendeeEvent('Joined', seat(), clock.ms()), source: 'somebody.else' }
    const worse = { not: 'an event' }
    expect(await hearChime<object>([bad, worse])).toEqual([bad, worse])
  })
})

describe('rehearsal', () => {
  it('leaves no stay in attendance: what was before the start is cut off', async () => {
    const room = await openRoom(cast.desk)
    const where = await seated(room)
    await hearChime([attendeeEvent('Joined', where, clock.ms())])
    clock.pass(300)
    await hearChime([attendeeEvent('Left', where, clock.ms())])
    clock.pass(60)
    await cast.desk.post(`${room.path}/start`)
    const { startedAt } = (await cast.desk.get(room.path)).body
    clock.pass(600)
    const link = await findLink(room.id, point)
    const window = attendanceWindow({ startedAt }, clock.iso())
    if (!link || !window) throw new Error('no link or no window')
    expect(staysWithin(timelineOf(link, clock.iso()), window)).toMatchObject({ stays: [], connectedMs: 0 })
  })
})
