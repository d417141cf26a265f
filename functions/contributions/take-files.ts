// The files of a version: uploads put to their one use, and files of earlier versions kept.
import { acceptUpload } from '#functions/files/accept-upload.ts'
import { type FileType, type HouseFile, mostBytes } from '#functions/files/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import type { Operation } from '#functions/shared/table.ts'

/** What papers come in: no tables, and nothing that runs. */
const paperTypes: FileType[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
]

type Taken = HouseFile & { use?: Operation }

/** The refusal of an upload, said at the field that named it. */
const atField = (error: unknown, pointer: string, value: string): unknown => {
  if (!(error instanceof Problem)) return error
  return wrongField(error.slug === 'not-found' ? 'upload-unknown' : error.slug, pointer, value)
}

const takeOne = async (
  actor: Actor,
  wanted: string,
  pointer: string,
  before: readonly HouseFile[],
): Promise<Taken> => {
  if (!wanted.startsWith('upl_')) {
    const kept = before.find(({ digest }) => digest === wanted)
    if (!kept) throw wrongField('file-unknown', pointer, wanted)
    return kept
  }
  try {
    return await acceptUpload(actor, wanted, { types: paperTypes, most: mostBytes })
  } catch (error) {
    throw atField(error, pointer, wanted)
  }
}

/**
 * The same bytes sent twice are one file.
 * @param wanted ids of uploads and digests of files in `before`
 * @returns the files and the operations that use the uploads up
 * @throws Problem `upload-unknown`, `upload-unchecked`, `upload-used`, `file-type-refused`, `file-unknown` naming the field
 */
export const takeFiles = async (
  actor: Actor,
  wanted: readonly string[],
  before: readonly HouseFile[] = [],
): Promise<{ files: HouseFile[]; uses: Operation[] }> => {
  const distinct = [...new Set(wanted)]
  const taken = await Promise.all(
    distinct.map((one) => takeOne(actor, one, `/files/${wanted.indexOf(one)}`, before)),
  )
  const files = new Map<string, HouseFile>()
  for (const { use: _, ...file } of taken) if (!files.has(file.digest)) files.set(file.digest, file)
  return { files: [...files.values()], uses: taken.flatMap(({ use }) => use ?? []) }
}
