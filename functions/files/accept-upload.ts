// Put a checked upload to its one use. Reads the table only: what checks and keeps the bytes is the function of files.
import type { Actor } from '#functions/shared/actor.ts'
import { type Operation, putNext } from '#functions/shared/table.ts'
import { loadOwnUpload, uploadItem } from './entity.ts'
import { fileOf, used } from './rules.ts'
import type { FileType, HouseFile } from './schema.ts'

/**
 * The file behind an upload that its sender has put and had checked (`POST /api/uploads/:upload/check`), at
 * `files/<digest>` from then on. Goes to one use: `use` belongs into the `write` of the act that takes it.
 * @param types media types that may be taken here
 * @param most bytes
 * @throws Problem `not-found` for anybody else's, `upload-unchecked`, `upload-used`, `file-type-refused`, `file-too-large`
 */
export const acceptUpload = async (
  actor: Actor,
  uploadId: string,
  limits: { types: readonly FileType[]; most: number },
): Promise<HouseFile & { use: Operation }> => {
  const upload = await loadOwnUpload(actor, uploadId)
  const next = used(upload, limits)
  return { ...fileOf(upload), use: putNext(uploadItem(next)) }
}
