// Which capabilities an attendee may be given, by the corner cases of AWS's API reference. Pure.
import type { Capabilities, Capability } from './model.ts'
import type { Features } from './shapes.ts'

const receives = (capability: Capability) => capability === 'SendReceive' || capability === 'Receive'

/** What an attendee may do when nobody says so. */
export const defaultCapabilities = (features: Features = {}): Capabilities => {
  const noVideo = features.Video?.MaxResolution === 'None'
  const noContent = features.Content?.MaxResolution === 'None'
  const Content = noContent ? 'None' : 'SendReceive'
  // Content needs video to be received, even where the meeting has none.
  if (noVideo) return { Audio: 'SendReceive', Video: noContent ? 'None' : 'Receive', Content }
  return { Audio: 'SendReceive', Video: 'SendReceive', Content }
}

/** @returns why these cannot be asked for; undefined when they can */
export const capabilityFault = (asked: Capabilities, features: Features = {}): string | undefined => {
  if (features.Video?.MaxResolution === 'None' && asked.Video !== 'None')
    return 'Video capability must be None when the meeting has no video (MaxResolution None).'
  if (features.Content?.MaxResolution === 'None' && asked.Content !== 'None')
    return 'Content capability must be None when the meeting has no content (MaxResolution None).'
  if (receives(asked.Content) && !receives(asked.Video))
    return 'Content capability cannot be SendReceive or Receive unless video capability is SendReceive or Receive.'
  return undefined
}

/** Attendees of a meeting in full HD video or ultra HD content are fewer, and their number must be told. */
const attendeesMost = { usual: 250, sharp: 25 }

const isSharp = ({ Video, Content }: Features) =>
  Video?.MaxResolution === 'FHD' || Content?.MaxResolution === 'UHD'

/** @returns why no meeting can be like that; undefined when one can */
export const featureFault = (features: Features = {}): string | undefined => {
  const count = features.Attendee?.MaxCount
  if (!isSharp(features) || (count !== undefined && count <= attendeesMost.sharp)) return undefined
  return `MaxCount must be given and at most ${attendeesMost.sharp} for FHD video or UHD content.`
}

/** How many attendees may be created. */
export const seatsOf = (features: Features = {}): number =>
  features.Attendee?.MaxCount ?? (isSharp(features) ? attendeesMost.sharp : attendeesMost.usual)
