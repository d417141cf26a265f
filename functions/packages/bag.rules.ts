// The texts that make a folder a bag: RFC 8493. Pure.

/** A file of the bag. */
export type Listed = { path: string; bytes: number; sha256: string }

export const bagIt = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** As `sha256sum --check` reads it too. Paths here are ASCII without breaks, so none need be encoded. */
export const manifestOf = (files: readonly Listed[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')

/** Bytes and number of the payload's files. */
const oxumOf = (payload: readonly Listed[]): string =>
  `${payload.reduce((sum, { bytes }) => sum + bytes, 0)}.${payload.length}`

const units = ['B', 'KB', 'MB', 'GB', 'TB']

/** `1.4 MB`. */
const sizeWords = (bytes: number): string => {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`
}

export type BagInfo = {
  organization: string
  /** What it is, in Vietnamese. */
  description: string
  /** Of the record. */
  identifier: string
  /** Of the conference. */
  conference: string
  /** `2022-11-23`. */
  day: string
}

/** A value is one line. */
const inLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const bagInfoOf = (info: BagInfo, payload: readonly Listed[]): string => {
  const bytes = payload.reduce((sum, one) => sum + one.bytes, 0)
  const fields: [string, string][] = [
    ['Source-Organization', info.organization],
    ['External-Description', info.description],
    ['Bagging-Date', info.day],
    ['External-Identifier', info.identifier],
    ['Bag-Size', sizeWords(bytes)],
    ['Payload-Oxum', oxumOf(payload)],
    ['Bag-Count', '1 of 1'],
    ['Internal-Sender-Identifier', info.conference],
    ['Bag-Software-Agent', 'Điểm Cầu'],
  ]
  return fields.map(([name, value]) => `${name}: ${inLine(value)}\n`).join('')
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The bag's folder, and with `.zip` its file: `ho-so-02-bb-bca-2022-rec_01gj…`. */
export const baseOf = (what: string, number: string | undefined, year: number | undefined, id: string) =>
  [what, number ? slug(number) : '', number && year ? String(year) : '', id.toLowerCase()]
    .filter((part) => part !== '')
    .join('-')
