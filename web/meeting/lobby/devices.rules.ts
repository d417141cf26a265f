// Which camera or microphone is meant, and what it means when the browser gives none. Pure.

/** Why there is no picture or sound of a device. */
export type Lack =
  | 'denied'
  | 'missing'
  | 'busy'
  /** Without HTTPS a browser has no devices at all. */
  | 'insecure'
  | 'failed'

const lacks: Record<string, Lack> = {
  NotAllowedError: 'denied',
  PermissionDeniedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  DevicesNotFoundError: 'missing',
  NotReadableError: 'busy',
  TrackStartError: 'busy',
  AbortError: 'busy',
}

/** @param name of the error `getUserMedia` was refused with */
export const lackOf = (name: string): Lack => lacks[name] ?? 'failed'

/** A device that was remembered and is not there gives way to any. */
export const isLostDevice = (name: string): boolean => name === 'OverconstrainedError'

export type InputKind = 'camera' | 'microphone'

/** Smaller pictures, and fewer of them, where the line is weak. */
const full = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 15 } }
const small = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 10 } }

/** @param id missing for whatever device the browser gives */
export const constraintsOf = (
  kind: InputKind,
  id: string | undefined,
  lowBandwidth = false,
): MediaTrackConstraints => {
  const device = id ? { deviceId: { exact: id } } : {}
  if (kind === 'camera') return { ...device, ...(lowBandwidth ? small : full) }
  return { ...device, echoCancellation: true, noiseSuppression: true }
}

/** Devices to choose from: without permission a browser tells neither their names nor their ids. */
export const choosable = <Device extends { deviceId: string; label: string }>(
  devices: readonly Device[],
): Device[] => devices.filter(({ deviceId, label }) => deviceId !== '' && label !== '')

/** The loudness of a moment as 0 to 1, from -60 dB to full, as an ear would say. @param peak of samples of -1 to 1 */
export const loudness = (peak: number): number =>
  peak <= 0 ? 0 : Math.min(1, Math.max(0, 1 + (20 * Math.log10(peak)) / 60))

/** Louder than a quiet room: somebody is speaking. */
export const speakingLevel = 0.5
