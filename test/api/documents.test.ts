// Signed minutes become files: rendered once from what was frozen, stored under their digests, listed for the seal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basisOf, documentsItem, findDocuments, findMade, madeItem } from '#functions/documents/entity.ts'
import { renderRecord } from '#functions/documents/render-record.ts'
import { frozenItems, loadMinutes } from '#functions/minutes/entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { required } from '#functions/shared/config.ts'
import { readObject } from '#functions/shared/objects.ts'
import { put } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  signedMinutes,
  startArchiveHome,
} from '#test/support/archive.ts'
import { nationText } from '#test/support/minutes-text.ts'

const actor = systemActor('documents', 'req_documents')

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

  it('keep the files that were there first, whoever renders them again, or was slower', async () => {
    const minutes = await loadMinutes(await signedMinutes(home, cast))
    const { id, digest = '', attestations } = minutes
    const first = {
      of: basisOf({ digest, attestations }),
      renderedAt: '2022-11-23T10:00:00.000Z',
      documents: [],
    }
    const slower = await renderRecord(minutes, async (done) => {
      if (done === 1) await write(actor, id, put(documentsItem(id, first)))
    })
    expect(slower).toEqual(first)
    expect(await renderRecord(minutes)).toEqual(first)
  })

  it('go on after a run that was cut off: what it made is not made again', async () => {
    const nation = nationText(101, 1)
    const attendance = nation.attendance.map((point) => ({ ...point, provinceId: 'unt_ca-ninh-binh' }))
    const bytes = canonicalBytes({ ...nation, attendance })
    for (const item of frozenItems(bytes)) await write(actor, nation.id, put(item))
    const minutes = { id: nation.id, digest: sha256(bytes), attestations: [] }
    const cutOff = renderRecord(minutes, (done) => {
      if (done === 4) throw new Error('cut off')
    })
    await expect(cutOff).rejects.toThrow('cut off')

    const of = basisOf(minutes)
    const made = await findMade(nation.id, of)
    expect(made).toHaveLength(4)
    for (const one of made)
      await write(actor, nation.id, put(madeItem(nation.id, of, { ...one, title: 'before' })))
    const { documents } = await renderRecord(minutes)
    expect(documents.map(({ title }) => title === 'before')).toEqual([true, true, true, true, false])
  })
})
