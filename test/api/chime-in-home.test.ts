// The local Chime as the home runs it: what happens in a room reaches the points' links, however often and late it is told.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteAttendeeCommand, DeleteMeetingCommand } from '@aws-sdk/client-chime-sdk-meetings'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { putAttendee } from '#functions/bridge-points/attendee.ts'
import { links } from '#functions/bridge-points/link.routes.ts'
import { bridgePoints } from '#functions/bridge-points/routes.ts'
import { conferenceActs } from '#functions/conferences/acts.routes.ts'
import { conferences } from '#functions/conferences/routes.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { setClock } from '#functions/shared/clock.ts'
import { write } from '#functions/shared/write.ts'
import type { Chime } from '#infra/local/chime/chime.ts'
import { startHomeChime } from '#infra/local/chime-in-home.ts'
import { startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/app-of.ts'
import { chimeClient, meetingOf, notingMedia, seatIn } from '#test/support/local-chime.ts'
import { openRoom, point, roomCast, standingClock } from '#test/support/point-room.ts'

const clock = standingClock('2022-11-23T06:30:00Z')
const dir = mkdtempSync(join(tmpdir(), 'diemcau-chime-'))
const media = notingMedia()
const told: Record<string, string> = {}
const duties: (() => Promise<unknown>)[] = []
let home: TestApi
let cast: Awaited<ReturnType<typeof roomCast>>
let chime: Chime
let client: ReturnType<typeof chimeClient>

beforeAll(async () => {
  const app = appOf({ '/conferences': conferences })
  app.route('/conferences', conferenceActs)
  app.route('/conferences', bridgePoints).route('/conferences', links)
  home = await startApi(() => app)
  await seedUnits()
  cast = await roomCast(home)
  chime = await startHomeChime({
    ...{ dir, origin: 'http://127.0.0.1:8080', media: media.open },
    manners: { repeat: 0.5, delayMs: 20, throttle: 0, seed: 3 },
    tell: (environment) => Object.assign(told, environment),
    atStop: (duty) => duties.push(duty),
  })
  client = chimeClient(chime.endpoint)
})
afterAll(async () => {
  client.destroy()
  for (const duty of duties) await duty()
  await home.stop()
  rmSync(dir, { recursive: true, force: true })
  setClock(() => new Date())
})

/** What media does before it hands out credentials. */
const introduce = (conferenceId: string, meetingId: string, attendeeId: string) =>
  write(
    systemActor('test', 'test'),
    attendeeId,
    putAttendee({ meetingId, attendeeId, conferenceId, pointId: point }, clock.iso()),
  )

const scene = async () => {
  const room = await openRoom(cast.desk)
  const { MeetingId: meetingId } = await meetingOf(client)
  const { AttendeeId: attendeeId } = await seatIn(client, meetingId, point)
  const who = { meetingId, attendeeId, externalUserId: point }
  return { room, who, link: async () => (await cast.operator.get(room.ours())).body.link }
}

it('is found by one setting, and the page may connect to it', () => {
  expect(told).toMatchObject({ CHIME_ENDPOINT: chime.endpoint, PAGE_ORIGINS: expect.stringMatching(/ws:/) })
})

it('tells who came and went, repeated and in any order, and the link is as it was', async () => {
  const { room, who, link } = await scene()
  await introduce(room.id, who.meetingId, who.attendeeId)
  const from = clock.iso()
  media.tell({ what: 'joined', ...who })
  clock.pass(60)
  const to = clock.iso()
  media.tell({ what: 'dropped', ...who })
  clock.pass(5)
  const again = clock.iso()
  media.tell({ what: 'joined', ...who })
  await chime.settled()
  expect(await link()).toMatchObject({
    linkState: 'up',
    since: again,
    stays: [{ from, to }, { from: again }],
  })
  clock.pass(60)
  await client.send(new DeleteMeetingCommand({ MeetingId: who.meetingId }))
  await chime.settled()
  expect((await link()).linkState).toBe('left')
})

it('tries again what nobody knows yet, and sets aside what nobody ever knows', async () => {
  const { room, who, link } = await scene()
  media.tell({ what: 'joined', ...who })
  await introduce(room.id, who.meetingId, who.attendeeId)
  await chime.settled()
  expect((await link()).linkState).toBe('up')
  const stranger = await seatIn(client, who.meetingId)
  media.tell({ what: 'joined', ...who, attendeeId: stranger.AttendeeId })
  await chime.settled()
  const lines = readFileSync(join(dir, 'poison.jsonl'), 'utf8').trim().split('\n')
  for (const line of lines) {
    const { consumer, message } = JSON.parse(line)
    expect([consumer, JSON.parse(message.body).detail.attendeeId]).toEqual([
      'chime-links',
      stranger.AttendeeId,
    ])
  }
  expect(lines.length).toBeGreaterThan(0)
  // Whoever was made and deleted before anybody wrote them down is nobody's business.
  const unheard = await seatIn(client, who.meetingId)
  const gone = { MeetingId: who.meetingId, AttendeeId: unheard.AttendeeId }
  await client.send(new DeleteAttendeeCommand(gone))
  await chime.settled()
  expect(readFileSync(join(dir, 'poison.jsonl'), 'utf8')).not.toContain(unheard.AttendeeId)
})
