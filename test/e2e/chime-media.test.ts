// Sound and pictures between real tabs with the SDK's own client, unmodified, through the local Chime.
import { UpdateAttendeeCapabilitiesCommand } from '@aws-sdk/client-chime-sdk-meetings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  energyOf,
  type Hall,
  type Met,
  more,
  openHall,
  type Person,
  quiet,
  still,
  until,
} from '#test/support/meeting/hall.ts'

let hall: Hall
let meeting: Met
let centre: Person
let province: Person

beforeAll(async () => {
  hall = await openHall()
  meeting = await hall.meet()
  centre = await hall.enter(meeting, 'bpt_centre', 440)
  province = await hall.enter(meeting, 'bpt_ninh-binh', 880)
})
afterAll(async () => {
  await hall?.close()
})

const full = { Audio: 'SendReceive', Video: 'SendReceive', Content: 'SendReceive' } as const

const allow = (person: Person, capabilities: { Audio?: 'Receive'; Video?: 'Receive'; Content?: 'Receive' }) =>
  hall.client.send(
    new UpdateAttendeeCapabilitiesCommand({
      MeetingId: meeting.MeetingId,
      AttendeeId: person.id,
      Capabilities: { ...full, ...capabilities },
    }),
  )

const mutedFor = (watcher: Person, of: Person, muted: boolean) =>
  until(
    () => watcher.volume(of.id),
    (volume) => volume.muted === muted,
  )

describe('two points in a room', () => {
  it('find each other on the roster', async () => {
    for (const one of [centre, province])
      await until(one.roster, (roster) => [centre.id, province.id].every((id) => roster.includes(id)))
  })

  it('hear each other', async () => {
    for (const one of [centre, province]) await more(energyOf(one), 0.1)
    await until(
      () => centre.volume(province.id),
      ({ volume, muted }) => muted === false && (volume ?? 0) > 0.3,
    )
  })

  it('see each other', async () => {
    await Promise.all([centre.camera('#c00'), province.camera('#00c')])
    for (const one of [centre, province]) await more(one.frames, 15)
    const color = await until(
      () => province.colorOf(centre.id),
      (seen) => seen !== undefined,
    )
    const [red = 0, , blue = 255] = color ?? []
    expect(red).toBeGreaterThan(150)
    expect(blue).toBeLessThan(60)
  })

  it('hear nothing of whoever is muted, and see it', async () => {
    await centre.mute()
    await mutedFor(province, centre, true)
    await quiet(province)
    await centre.unmute()
    await more(energyOf(province), 0.1)
  })

  it('stop a picture they do not want, and have it again from a key frame on', async () => {
    await province.pause(centre.id)
    await still(province.frames)
    await province.unpause(centre.id)
    await more(province.frames, 15)
  })

  it('pass short words, but not to whoever says them', async () => {
    await centre.post('Xin chào Ninh Bình', 0)
    const heard = await until(province.messages, (messages) => messages.length > 0)
    expect(heard).toEqual([{ topic: 'test', text: 'Xin chào Ninh Bình', from: centre.id, throttled: false }])
    expect(await centre.messages()).toEqual([])
  })
})

describe('a share of the screen', () => {
  it('is a picture of its own, and ends', async () => {
    await centre.share('#0c0')
    const share = `${centre.id}#content`
    await until(province.roster, (roster) => roster.includes(share))
    const color = await until(
      () => province.colorOf(share),
      (seen) => (seen?.[1] ?? 0) > 150,
    )
    expect(color?.[0]).toBeLessThan(60)
    await centre.stopShare()
    await until(province.roster, (roster) => !roster.includes(share))
    await until(province.tiles, (tiles) => tiles.every(({ of }) => of !== share))
  })

  it('is cut off when its owner may not share any more', async () => {
    await centre.share('#0c0')
    const share = `${centre.id}#content`
    await until(province.roster, (roster) => roster.includes(share))
    await allow(centre, { Content: 'Receive' })
    await until(province.roster, (roster) => !roster.includes(share))
    await until(centre.told, (told) => told.includes('share stop'))
    await allow(centre, {})
  })
})

describe('what a point may do, changed while it is connected', () => {
  it('silences it at the server, whatever its client sends', async () => {
    await allow(centre, { Audio: 'Receive' })
    await mutedFor(province, centre, true)
    await quiet(province)
    await more(energyOf(centre), 0.1)
    await allow(centre, {})
    await more(energyOf(province), 0.1)
  })

  it('takes its picture from the others, and tells it that it only looks', async () => {
    await allow(centre, { Video: 'Receive' })
    await until(province.tiles, (tiles) => tiles.every(({ of }) => of !== centre.id))
    await until(centre.told, (told) => told.includes('view only') && told.at(-1) === 'may send false')
    await more(centre.frames, 10)
    await allow(centre, {})
    await until(centre.told, (told) => told.at(-1) === 'may send true')
    await centre.camera('#c00')
    await more(province.frames, 10)
  })
})
