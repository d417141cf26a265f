// The bundle that prints, as it is deployed: library, font and templates lie beside it.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { basisOf, findDocuments } from '#functions/documents/entity.ts'
import { loadMinutes } from '#functions/minutes/entity.ts'
import { required } from '#functions/shared/config.ts'
import { readObject } from '#functions/shared/objects.ts'
import {
  type ArchiveHome,
  archiveCast,
  signedMinutes,
  startArchiveHome,
  sure,
} from '#test/support/archive.ts'
import { builtBundles } from '#test/support/built-bundles.ts'
import { handlerOf, lambdaContext, queuedEvent } from '#test/support/bundles.ts'

const mostMb = 250

let folder: string
let home: ArchiveHome
beforeAll(async () => {
  folder = await builtBundles()
  home = await startArchiveHome()
}, 120_000)
afterAll(() => home.stop())

const wakeUp = (name: string, scope: string, subject: string) => ({
  Records: [queuedEvent('1', { id: 'evt_1', name, scope, subject, recordedAt: '2022-11-23T09:30:00.000Z' })],
})

it(`has at most ${mostMb} MB unpacked`, () => {
  const files = readdirSync(join(folder, 'documents-print'), { recursive: true, withFileTypes: true })
  const bytes = files
    .filter((file) => file.isFile())
    .map((file) => statSync(join(file.parentPath, file.name)).size)
  expect(bytes.reduce((sum, size) => sum + size, 0) / 2 ** 20).toBeLessThan(mostMb)
})

it('prints what both have signed, and pages to look at', async () => {
  const cast = await archiveCast(home)
  const id = await signedMinutes(home, cast)
  const handler = await handlerOf(folder, 'documents-print')
  const context = lambdaContext('documents-print')
  const minutes = await loadMinutes(id)
  expect(await handler(wakeUp('minutes.signed', id, minutes.id), context)).toEqual({ batchItemFailures: [] })
  const of = basisOf({ digest: minutes.digest ?? '', attestations: minutes.attestations })
  const paths = (await findDocuments(minutes.id, of))?.documents.map(({ path }) => path)
  expect(paths).toEqual(['bien-ban.pdf', 'bien-ban.docx', 'diem-danh.xlsx'])

  const { jobId } = await sure(cast.desk.post(`/api/conferences/${id}/minutes/preview`), 202)
  await handler(wakeUp('job.started', id, jobId), context)
  const { state, result } = await sure(cast.desk.get(`/api/jobs/${jobId}`))
  expect(state).toBe('done')
  const bytes = await readObject(required('FILES_BUCKET'), `exports/${jobId}/${result.file.digest}`)
  const { pages, pageCount } = JSON.parse(String(bytes))
  expect([pages.length, pages[0].slice(0, 13)]).toEqual([pageCount, '<svg viewBox='])
})
