// Sound and pictures between real tabs with the SDK's own client, unmodified, through the local Chime.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  energyOf,
  type Hall,
  type Met,
  more,
  openHall,
  type Person,
  quiet,
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
    const [red = 0, , blue = 255] =
      (await until(
        () => province.colorOf(centre.id),
        (color) => color !== undefined,
      )) ?? []
    expect(red).toBeGreaterThan(150)
    expect(blue).toBeLessThan(60)
  })

  it('hear nothing of whoever is muted, and see it', async () => {
    await centre.mute()
    await until(
      () => province.volume(centre.id),
      ({ muted }) => muted === true,
    )
    await quiet(province)
    await centre.unmute()
    await more(energyOf(province), 0.1)
  })
})
