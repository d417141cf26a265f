// Which capabilities may be asked for, over every combination there is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  capabilityFault,
  defaultCapabilities,
  featureFault,
  seatsOf,
} from '#infra/local/chime/capabilities.ts'
import type { Capabilities } from '#infra/local/chime/model.ts'
import type { Features } from '#infra/local/chime/shapes.ts'

const kinds = ['SendReceive', 'Send', 'Receive', 'None'] as const
const capability = fc.constantFrom(...kinds)
const capabilities: fc.Arbitrary<Capabilities> = fc.record({
  Audio: capability,
  Video: capability,
  Content: capability,
})
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const features = fc.record({
  Video: optional(fc.record({ MaxResolution: optional(fc.constantFrom('None', 'HD', 'FHD')) })),
  Content: optional(fc.record({ MaxResolution: optional(fc.constantFrom('None', 'FHD', 'UHD')) })),
  Attendee: optional(fc.record({ MaxCount: optional(fc.integer({ min: 1, max: 250 })) })),
}) as fc.Arbitrary<Features>

const receives = (kind: string) => kind.includes('Receive')
const may = (asked: Capabilities, of: Features = {}) => capabilityFault(asked, of) === undefined

describe('capabilities', () => {
  it('of an ordinary meeting are any, but content is received only with video', () => {
    for (const Audio of kinds)
      for (const Video of kinds)
        for (const Content of kinds)
          expect(may({ Audio, Video, Content }), `${Audio} ${Video} ${Content}`).toBe(
            !receives(Content) || receives(Video),
          )
  })

  it('are none of what the meeting has none of', () => {
    fc.assert(
      fc.property(capabilities, features, (asked, of) => {
        if (!may(asked, of)) return
        if (of.Video?.MaxResolution === 'None') expect(asked.Video).toBe('None')
        if (of.Content?.MaxResolution === 'None') expect(asked.Content).toBe('None')
      }),
    )
  })

  it('never depend on sound', () => {
    fc.assert(
      fc.property(capabilities, capability, features, (asked, Audio, of) => {
        expect(may({ ...asked, Audio }, of)).toBe(may(asked, of))
      }),
    )
  })

  it('that nobody asks for are what the meeting has, and can be asked for but where it has no video', () => {
    fc.assert(
      fc.property(features, (of) => {
        const given = defaultCapabilities(of)
        const [noVideo, noContent] = [
          of.Video?.MaxResolution === 'None',
          of.Content?.MaxResolution === 'None',
        ]
        expect(given).toEqual({
          Audio: 'SendReceive',
          Video: noVideo ? (noContent ? 'None' : 'Receive') : 'SendReceive',
          Content: noContent ? 'None' : 'SendReceive',
        })
        if (!noVideo) expect(may(given, of)).toBe(true)
      }),
    )
  })
})

describe('seats', () => {
  it('are 250, or as many as said; sharper pictures leave 25 and ask for the number', () => {
    expect(seatsOf()).toBe(250)
    fc.assert(
      fc.property(features, (of) => {
        const sharp = of.Video?.MaxResolution === 'FHD' || of.Content?.MaxResolution === 'UHD'
        const count = of.Attendee?.MaxCount
        expect(featureFault(of) === undefined).toBe(!sharp || (count !== undefined && count <= 25))
        if (featureFault(of) === undefined) expect(seatsOf(of)).toBe(count ?? 250)
      }),
    )
  })
})
