// All files of signed minutes, from what was frozen and attested alone: made, stored under their digests, and listed.
import type { Minutes } from '#functions/minutes/schema.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { putOnce } from '#functions/shared/objects.ts'
import { put, putNew } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { basisOf, documentsItem, findDocuments, findMade, madeItem } from './entity.ts'
import { type File, filesOf } from './files.ts'
import { frozenText, signedOf } from './load-printed.ts'
import type { RenderedDocuments, StoredDocument } from './schema.ts'

/** How far a rendering is: files made, of how many. */
export type Progress = (done: number, total: number) => Promise<void> | void

type SignedMinutes = Pick<Minutes, 'id' | 'digest' | 'attestations'>

const actorOf = (of: string) => systemActor('documents', of.slice(0, 26))

const kept = async ({ path, title, type, make }: File): Promise<StoredDocument> => {
  const bytes = await make()
  const digest = sha256(bytes)
  await putOnce(required('ARCHIVE_BUCKET'), `sha256/${digest}`, bytes, type)
  return { path, title, type, bytes: bytes.length, sha256: digest }
}

/** So many are made again sooner than they are noted. */
const few = 3

/** Whoever goes on after a run that was cut off begins where that ended. */
const made = async (files: readonly File[], { id, of }: { id: string; of: string }, progress: Progress) => {
  const noted = files.length > few ? await findMade(id, of) : []
  const before = new Map(noted.map((document) => [document.path, document]))
  const documents: StoredDocument[] = []
  for (const file of files) {
    const document = before.get(file.path) ?? (await kept(file))
    documents.push(document)
    if (files.length > few && !before.has(file.path))
      await write(actorOf(of), id, put(madeItem(id, of, document)))
    await progress(documents.length, files.length)
  }
  return documents
}

/** Of two that render at once the first that is kept: a record may hold its files already, and a deploy between makes others. */
const keep = async (id: string, rendered: RenderedDocuments): Promise<RenderedDocuments> => {
  try {
    await write(actorOf(rendered.of), id, putNew(documentsItem(id, rendered)))
    return rendered
  } catch (error) {
    const there = error instanceof Stale ? await findDocuments(id, rendered.of) : undefined
    if (!there) throw error
    return there
  }
}

/**
 * Renders the files of signed minutes, or finds that they are rendered: what they are made of never changes, so a
 * repeat makes the same bytes.
 * @throws Error when the minutes have no frozen text
 * @throws Problem `printing-unavailable`
 */
export const renderRecord = async (
  minutes: SignedMinutes,
  progress: Progress = () => {},
): Promise<RenderedDocuments> => {
  const { id, digest, attestations } = minutes
  if (!digest) throw new Error('minutes without a frozen text')
  const of = basisOf({ digest, attestations })
  const there = await findDocuments(id, of)
  if (there) return there
  const files = filesOf(await frozenText(digest), await signedOf(minutes))
  const documents = await made(files, { id, of }, progress)
  return keep(id, { of, renderedAt: now().toISOString(), documents })
}
