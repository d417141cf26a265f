// Child of the bench `forwarding`: the media plane alone in a process, its cost told when asked.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openMedia } from '#infra/local/chime/media.ts'
import type { Attendee, Capabilities, Meeting } from '#infra/local/chime/model.ts'

const capabilities: Capabilities = { Audio: 'SendReceive', Video: 'SendReceive', Content: 'SendReceive' }

const meeting: Meeting = {
  meetingId: 'bench',
  externalMeetingId: 'bench',
  mediaRegion: 'local',
  attendees: new Map(),
}

/** Whoever comes is somebody: their token is their name. */
const admit = (_meetingId: string, joinToken: string): Attendee => {
  const known = meeting.attendees.get(joinToken)
  const attendee = known ?? { attendeeId: joinToken, externalUserId: joinToken, joinToken, capabilities }
  meeting.attendees.set(joinToken, attendee)
  return attendee
}

const media = await openMedia({ rooms: { meeting: () => meeting, admit }, tell: () => undefined })
const server = createServer()
server.on('upgrade', media.upgrade)
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))

let before = process.cpuUsage()
process.on('message', () => {
  const { user, system } = process.cpuUsage(before)
  process.send?.({ cpuMs: (user + system) / 1000 })
  before = process.cpuUsage()
})
