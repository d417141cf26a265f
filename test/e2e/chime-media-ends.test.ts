// How connections to the local Chime end, and come back: as the SDK's own client sees it, and as the others in the room do.
import { DeleteAttendeeCommand, DeleteMeetingCommand } from '@aws-sdk/client-chime-sdk-meetings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hall, type Met, more, openHall, type Person, until } from '#test/support/meeting/hall.ts'

let hall: Hall
let meeting: Met
let centre: Person

beforeAll(async () => {
  hall = await openHall()
  meeting = await hall.meet()
  centre = await hall.enter(meeting, 'bpt_centre')
})
afterAll(async () => {
  await hall?.close()
})

const told = (person: Person, what: string) => until(person.told, (all) => all.includes(what))

const eventsOf = ({ id }: Person) =>
  hall.chime.events.flatMap(({ detail }) =>
    'attendeeId' in detail && detail.attendeeId === id
      ? [detail.eventType.replace('chime:Attendee', '')]
      : [],
  )

describe('whoever goes', () => {
  it('has left, when they say so', async () => {
    const guest = await hall.enter(meeting, 'bpt_leaves')
    await told(centre, `here ${guest.id}`)
    await guest.leave()
    await told(centre, `gone ${guest.id}`)
    await told(guest, 'stop Left')
    expect(eventsOf(guest)).toEqual(['Added', 'Authorized', 'Joined', 'Left'])
    await guest.page.close()
  })

  it('has dropped, when their tab is killed', async () => {
    const guest = await hall.enter(meeting, 'bpt_drops')
    await told(centre, `here ${guest.id}`)
    await guest.page.close()
    await told(centre, `dropped ${guest.id}`)
    expect(eventsOf(guest).at(-1)).toBe('Dropped')
  })

  it('is told when they join a second time elsewhere', async () => {
    const first = await hall.enter(meeting, 'bpt_twice')
    const second = await hall.sit(meeting, first.seat)
    await told(first, 'stop AudioJoinedFromAnotherDevice')
    await first.page.close()
    await until(centre.roster, (roster) => roster.includes(second.id))
    await second.page.close()
  })

  it('is told when they are removed', async () => {
    const guest = await hall.enter(meeting, 'bpt_removed')
    await told(centre, `here ${guest.id}`)
    await hall.client.send(new DeleteAttendeeCommand({ MeetingId: meeting.MeetingId, AttendeeId: guest.id }))
    await told(guest, 'stop AudioAttendeeRemoved')
    await told(centre, `gone ${guest.id}`)
    await guest.page.close()
  })

  it('does not come in with a token of nobody', async () => {
    const tab = await hall.tabs.open()
    const nobody = { AttendeeId: centre.id, ExternalUserId: 'bpt_nobody', JoinToken: 'nobody' }
    await tab.join(meeting, nobody)
    await until(tab.told, (all) => all.some((what) => what.startsWith('stop ')))
    expect(await centre.told()).not.toContain('stop AudioJoinedFromAnotherDevice')
    await tab.page.close()
  })
})

describe('a broken connection', () => {
  it('is back with sound and picture by itself', async () => {
    const guest = await hall.enter(meeting, 'bpt_returns')
    await guest.camera('#0c0')
    await more(centre.frames, 5)
    hall.cut()
    await told(guest, 'reconnecting')
    for (const one of [centre, guest])
      await until(one.told, (all) => all.lastIndexOf('start') > all.lastIndexOf('reconnecting'))
    await until(centre.roster, (roster) => roster.includes(guest.id))
    await more(centre.frames, 10)
    await guest.page.close()
  })
})

describe('a meeting that has ended', () => {
  it('says so to whoever is in it', async () => {
    await hall.client.send(new DeleteMeetingCommand({ MeetingId: meeting.MeetingId }))
    await told(centre, 'stop MeetingEnded')
  })

  it('says so to whoever comes late', async () => {
    const tab = await hall.tabs.open()
    await tab.join(meeting, centre.seat)
    await until(tab.told, (all) => all.includes('stop MeetingEnded'))
  })
})
