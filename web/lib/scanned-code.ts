// What the camera read of a point's QR code: out of the address at once, kept for this tab until it is used.
import { type ScannedCode, scannedCode } from '#functions/attendance/check-in-address.rules.ts'

export type Scan = ScannedCode & {
  /** When it was read, by this device: the point shows another each minute. */
  at: number
}

const kept = 'diemcau.scanned'

/** @param fragment what stood after the `#`; kept even where it is no code of ours, to say so */
export const keepScan = (fragment: string): void =>
  sessionStorage.setItem(kept, JSON.stringify({ ...scannedCode(fragment), at: Date.now() }))

/** The scan of this tab; `unknown` where what was scanned is no code of ours. */
export const heldScan = (): Scan | 'unknown' | undefined => {
  const text = sessionStorage.getItem(kept)
  if (text === null) return undefined
  const { conferenceId, pointId, code, at }: Partial<Scan> = JSON.parse(text)
  return conferenceId && pointId && code && at ? { conferenceId, pointId, code, at } : 'unknown'
}
