// Hand out a file of a record: an address for a minute, of one printed from it or of the record's own bytes.
import type { Actor } from '#functions/shared/actor.ts'
import { required } from '#functions/shared/config.ts'
import { presignDownload } from '#functions/shared/presigned.ts'
import { Problem } from '#functions/shared/problem.ts'
import { recordObject } from './entity.ts'
import { noteOpening, readHead } from './read-record.ts'
import { documentsIn } from './read-sheet.ts'

/** The file's own name, after the record it is of: `01-BB-BCA bien-ban.pdf`. */
const nameOf = (number: string, id: string, path: string): string =>
  `${(number || id).replaceAll('/', '-')} ${path.split('/').at(-1)}`

/**
 * @param sha256 of a file that the record names: others of the bucket are not handed out
 * @throws Problem `not-found`, `not-allowed`, `record-unreadable`
 */
export const openDocument = async (actor: Actor, id: string, sha256: string): Promise<string> => {
  const head = await readHead(actor, id)
  const found = (await documentsIn(head)).find((document) => document.sha256 === sha256)
  if (!found) throw new Problem('not-found')
  await noteOpening(actor, head, 'bytes')
  const name = nameOf(head.number, id, found.path)
  return presignDownload(required('ARCHIVE_BUCKET'), recordObject(sha256), { name, type: found.type })
}

/** The record's own bytes, for those too large to be answered. */
export const openBytes = async (actor: Actor, id: string): Promise<string> => {
  const head = await readHead(actor, id)
  await noteOpening(actor, head, 'bytes')
  const file = { name: `${id}.json`, type: 'application/json' }
  return presignDownload(required('ARCHIVE_BUCKET'), recordObject(head.digest), file)
}
