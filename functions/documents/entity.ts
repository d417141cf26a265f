// Which files minutes were rendered into, by what they were rendered from: a later text has files of its own.
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { all, type Item, load } from '#functions/shared/table.ts'
import { RenderedDocuments, StoredDocument } from './schema.ts'

/**
 * What the files of signed minutes are made of: the frozen text and the signatures under it, in their order.
 * @param digest SHA-256 of the frozen text
 */
export const basisOf = ({
  digest,
  attestations,
}: {
  digest: string
  attestations: readonly unknown[]
}): string => sha256(canonicalBytes({ attestations, digest }))

const key = (minutesId: string, of: string) => ({ pk: `DOCUMENTS#${minutesId}`, sk: of })

export const documentsItem = (minutesId: string, rendered: RenderedDocuments): Item => ({
  ...rendered,
  ...key(minutesId, rendered.of),
  type: 'documents',
})

/** The files of these very minutes; undefined until they are rendered. */
export const findDocuments = (minutesId: string, of: string): Promise<RenderedDocuments | undefined> =>
  load(key(minutesId, of), RenderedDocuments)

const weekSeconds = 7 * 24 * 3600

/** A file of these minutes that is made and stored while others are still to be made; it goes when all long are. */
export const madeItem = (minutesId: string, of: string, document: StoredDocument): Item => ({
  ...document,
  pk: key(minutesId, of).pk,
  sk: `${of}#${document.path}`,
  type: 'document-made',
  ttl: Math.floor(now().getTime() / 1000) + weekSeconds,
})

/** What an earlier run made before it was cut off. */
export const findMade = (minutesId: string, of: string): Promise<StoredDocument[]> =>
  all({ pk: key(minutesId, of).pk, begins: `${of}#` }, StoredDocument)
