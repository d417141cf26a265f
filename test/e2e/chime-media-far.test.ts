// Lossy lines, and people of a replica meeting, through the local Chime with the SDK's own client.
import { DeleteAttendeeCommand } from '@aws-sdk/client-chime-sdk-meetings'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  energyOf,
  type Hall,
  type Met,
  more,
  openHall,
  type Person,
  until,
} from '#test/support/meeting/hall.ts'

let hall: Hall
let meeting: Met
let centre: Person

beforeAll(async () => {
  hall = await openHall()
  meeting = await hall.meet()
  centre = await hall.enter(meeting, 'bpt_centre')
  await centre.camera('#c00')
})
afterAll(async () => {
  await hall?.close()
})

describe('of 100 packets 5 are lost', () => {
  let viewer: Person
  beforeAll(async () => {
    viewer = await hall.enter(meeting, 'bpt_far')
    await more(viewer.frames, 10)
  })
  afterEach(() => {
    hall.loss.in = hall.loss.out = 0
  })
  afterAll(async () => {
    await viewer.page.close()
  })

  /** @returns the share of the frames sent that were decoded, of some 50 */
  const decoded = async (way: 'in' | 'out'): Promise<number> => {
    hall.loss[way] = 0.05
    const before = { sent: await centre.framesSent(), seen: await viewer.frames() }
    await until(centre.framesSent, (sent) => sent >= before.sent + 50)
    const sent = (await centre.framesSent()) - before.sent
    hall.loss[way] = 0
    const seen = await until(viewer.frames, (frames) => frames - before.seen >= sent * 0.95, 1500).catch(() =>
      viewer.frames(),
    )
    return (seen - before.seen) / sent
  }

  /** A machine that is busy elsewhere drops frames of its own: it is asked up to three times. Unrepaired it is one in ten. */
  const repaired = async (way: 'in' | 'out'): Promise<number> => {
    let best = 0
    for (let nth = 0; nth < 3 && best < 0.9; nth++) best = Math.max(best, await decoded(way))
    return best
  }

  it('on the way to the server, which asks for them again', async () => {
    expect(await repaired('in')).toBeGreaterThanOrEqual(0.9)
    // Of so few packets none may have been lost yet.
    hall.loss.in = 0.05
    const sentAgain = async () => (await centre.video()).out[0]?.retransmittedPacketsSent ?? 0
    expect(await until(sentAgain, (packets) => packets > 0)).toBeGreaterThan(0)
  })

  it('on the way from the server, which sends them again', async () => {
    expect(await repaired('out')).toBeGreaterThanOrEqual(0.9)
    hall.loss.out = 0.05
    const askedAgain = async () => (await viewer.video()).in[0]?.nackCount ?? 0
    expect(await until(askedAgain, (times) => times > 0)).toBeGreaterThan(0)
  })
})

describe('somebody of a replica meeting', () => {
  let replica: Met
  let far: Person
  let seat: Person['seat']

  beforeAll(async () => {
    replica = await hall.meet({ PrimaryMeetingId: meeting.MeetingId, ExternalMeetingId: 'cnf_1-2' })
    far = await hall.enter(replica, 'bpt_replica', 880)
    seat = await hall.seat(meeting.MeetingId, 'bpt_replica')
  })

  it('sees and hears the primary, is not on its roster and may not send', async () => {
    await more(far.frames, 10)
    await more(energyOf(far), 0.05)
    expect(await far.roster()).toEqual([centre.id])
    expect(await centre.roster()).toEqual([centre.id])
    expect((await far.told()).at(-1)).toMatch(/may send false|here/)
    expect(await far.told()).toContain('may send false')
  })

  it('speaks there once promoted, and is there once', async () => {
    expect(await far.promote({ ...seat, JoinToken: 'nobody' })).toBe('AudioAuthenticationRejected')
    expect(await far.promote(seat)).toBe('OK')
    await until(centre.roster, (roster) => roster.includes(seat.AttendeeId))
    await until(far.roster, (roster) => roster.length === 2)
    expect(await far.roster()).toEqual(expect.arrayContaining([centre.id, seat.AttendeeId]))
    await more(energyOf(centre), 0.1)
    await far.camera('#00c')
    await more(centre.frames, 10)
    expect(await far.tiles()).toHaveLength(2)
  })

  it('is out again once it steps down, and may be promoted again', async () => {
    await far.demote()
    await until(centre.roster, (roster) => roster.length === 1)
    await until(centre.tiles, (tiles) => tiles.every(({ of }) => of === centre.id))
    expect(await far.promote(seat)).toBe('OK')
    await until(centre.roster, (roster) => roster.length === 2)
  })

  it('is out once its place in the primary is taken away, and goes on looking', async () => {
    await hall.client.send(
      new DeleteAttendeeCommand({ MeetingId: meeting.MeetingId, AttendeeId: seat.AttendeeId }),
    )
    await until(far.told, (told) => told.includes('demoted AudioVideoWasRemovedFromPrimaryMeeting'))
    await until(centre.roster, (roster) => roster.length === 1)
    await more(far.frames, 10)
  })
})
