// The address a point's QR code holds: the page of self check-in and, after the `#` that no server and no log ever
// sees, which conference, which point, and the code shown now. Pure.

/** What a QR code of a point says. */
export type ScannedCode = { conferenceId: string; pointId: string; code: string }

export const checkInPath = '/diem-danh'

/** @param origin of the web, `https://…` without a path */
export const checkInAddress = (origin: string, { conferenceId, pointId, code }: ScannedCode): string =>
  `${origin}${checkInPath}#${conferenceId}.${pointId}.${code}`

const shape = /^(cnf_[0-9A-HJKMNP-TV-Z]{26})\.(bpt_[0-9A-Za-z-]{1,60})\.([0-9]{6})$/

/** @param fragment what stood after the `#`. Undefined where it is none of ours. */
export const scannedCode = (fragment: string): ScannedCode | undefined => {
  const [, conferenceId, pointId, code] = shape.exec(fragment) ?? []
  return conferenceId && pointId && code ? { conferenceId, pointId, code } : undefined
}
