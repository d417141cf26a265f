// Opens the devices a person chose; whatever cannot be opened is left out, and why is told: the room works without.
import type { AudioVideoFacade } from 'amazon-chime-sdk-js'
import { constraintsOf, type InputKind, type Lack, lackOf } from '../lobby/devices.rules.ts'
import { noDevice, type Preferences } from '../lobby/preferences.ts'
import type { Lacks, Wishes } from './connection.ts'

const pictureKbps = { full: 1_200, low: 300 }

/** The client wraps what the browser said. */
const lackIn = (error: unknown): Lack => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return lackOf(cause instanceof Error ? cause.name : '')
}

const opened = (opening: Promise<unknown>): Promise<Lack | undefined> => opening.then(() => undefined, lackIn)

/** The one remembered; where that is gone, any. */
const openInput = async (
  kind: InputKind,
  { [kind]: id, lowBandwidth }: Preferences,
  open: (device: MediaTrackConstraints) => Promise<unknown>,
): Promise<Lack | undefined> => {
  if (id === noDevice) return undefined
  const lack = await opened(open(constraintsOf(kind, id, lowBandwidth)))
  return lack && id ? opened(open(constraintsOf(kind, undefined, lowBandwidth))) : lack
}

export const openMicrophone = (audioVideo: AudioVideoFacade, wished: Preferences) =>
  openInput('microphone', wished, (device) => audioVideo.startAudioInput(device))

/** Also again with the line's other width. */
export const openCamera = (audioVideo: AudioVideoFacade, wished: Preferences) => {
  audioVideo.setVideoMaxBandwidthKbps(wished.lowBandwidth ? pictureKbps.low : pictureKbps.full)
  return openInput('camera', wished, (device) => audioVideo.startVideoInput(device))
}

export const openDevices = async (audioVideo: AudioVideoFacade, wishes: Wishes): Promise<Lacks> => {
  const microphone = await openMicrophone(audioVideo, wishes)
  const camera = wishes.seen ? await openCamera(audioVideo, wishes) : undefined
  // Not every browser lets a page choose where sound goes.
  if (wishes.speaker) await audioVideo.chooseAudioOutput(wishes.speaker).catch(() => undefined)
  return { ...(microphone ? { microphone } : {}), ...(camera ? { camera } : {}) }
}
