// Signed minutes become files: rendered once from what was frozen, stored under their digests, listed for the seal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basisOf, findDocuments } from '#functions/documents/entity.ts'
import { renderRecord } from '#functions/documents/render-record.ts'
import { loadMinutes } from '#functions/minutes/entity.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { required } from '#functions/shared/config.ts'
import { readObject } from '#functions/shared/objects.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  signedMinutes,
  startArchiveHome,
} from '#test/support/archive.ts'

let home: ArchiveHome
let cast: ArchiveCast

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
})
afterAll(() => home.stop())

describe('signed minutes', () => {
  it('are rendered into files that lie under their digests', async () => {
    const minutes = await loadMinutes(await signedMinutes(home, cast))
    const told: number[][] = []
    const { documents, of } = await renderRecord(minutes, (done, total) => void told.push([done, total]))
    expect(told.at(-1)).toEqual([documents.length, documents.length])
    expect(documents.map(({ path }) => path)).toContain('bien-ban.pdf')
    for (const document of documents) {
      const bytes = await readObject(required('ARCHIVE_BUCKET'), `sha256/${document.sha256}`)
      expect([bytes?.length, sha256(bytes ?? '')]).toEqual([document.bytes, document.sha256])
    }
    expect(await findDocuments(minutes.id, of)).toMatchObject({ of, documents })
    expect(of).toBe(basisOf({ digest: minutes.digest ?? '', attestations: minutes.attestations }))
  })

  it('give the same files when they are rendered again', async () => {
    const minutes = await loadMinutes(await signedMinutes(home, cast))
    const first = await renderRecord(minutes)
    expect(await renderRecord(minutes)).toEqual(first)
  })
})
