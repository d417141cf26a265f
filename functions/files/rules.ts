// What becomes of an upload, and under what name a file is handed out. Pure.
import { Problem } from '#functions/shared/problem.ts'
import {
  extensions,
  type FileType,
  type HouseFile,
  type StoredUpload,
  type Upload,
  type UploadInput,
} from './schema.ts'

const daySeconds = 24 * 3600

/** An upload asked for now. Its record goes with the quarantine's objects, after a day: what came of it is in the log. */
export const newUpload = (
  made: { id: string; sub: string; at: string },
  { name, type, bytes, sha256 }: UploadInput,
): StoredUpload => ({
  id: made.id,
  sub: made.sub,
  name,
  type,
  bytes,
  sha256,
  state: 'asked',
  askedAt: made.at,
  quarantine: `quarantine/${made.id.slice('upl_'.length)}`,
  version: 1,
  ttl: Math.floor(Date.parse(made.at) / 1000) + daySeconds,
})

export const checked = (upload: StoredUpload, at: string): StoredUpload => ({
  ...upload,
  state: 'checked',
  checkedAt: at,
  version: upload.version + 1,
})

export const refused = (upload: StoredUpload, at: string, problem: Problem): StoredUpload => ({
  ...upload,
  state: 'refused',
  checkedAt: at,
  refusal: { slug: problem.slug, ...(problem.more.detail ? { detail: problem.more.detail } : {}) },
  version: upload.version + 1,
})

/**
 * The upload put to its one use.
 * @throws Problem `upload-unchecked`, `upload-used`, `file-type-refused`, `file-too-large`
 */
export const used = (
  upload: StoredUpload,
  { types, most }: { types: readonly FileType[]; most: number },
): StoredUpload => {
  if (upload.state === 'used') throw new Problem('upload-used')
  if (upload.state !== 'checked') throw new Problem('upload-unchecked', { detail: upload.name })
  if (!types.includes(upload.type)) throw new Problem('file-type-refused', { detail: upload.type })
  if (upload.bytes > most) throw new Problem('file-too-large', { detail: String(most) })
  return { ...upload, state: 'used', version: upload.version + 1 }
}

export const fileOf = ({ sha256, bytes, type, name }: StoredUpload): HouseFile => ({
  digest: sha256,
  bytes,
  type,
  name,
})

const exportDays = 7

/** @throws Problem `result-expired` when the store has let it go */
export const expectKept = (finishedAt: string | undefined, at: Date): void => {
  if (!finishedAt || Date.parse(finishedAt) + exportDays * daySeconds * 1000 <= at.getTime())
    throw new Problem('result-expired')
}

/** What the one who asked may see of an upload. */
export const shownUpload = ({ id, name, type, bytes, sha256, state, askedAt, checkedAt }: StoredUpload) =>
  ({
    id,
    name,
    type,
    bytes,
    sha256,
    state,
    askedAt,
    ...(checkedAt ? { checkedAt } : {}),
  }) satisfies Upload

/** The name with the ending of what the file really is: no `.exe` leaves the house, whatever it was called. */
export const nameFor = ({ name, type }: Pick<HouseFile, 'name' | 'type'>): string =>
  name.toLowerCase().endsWith(`.${extensions[type]}`) ? name : `${name}.${extensions[type]}`
