// A record of today's form beside one of before: the same minutes, with files that were printed from them.
import { chainRecord } from '#functions/archive/chain-record.ts'
import { headOf } from '#functions/archive/head.rules.ts'
import { MinutesText } from '#functions/archive/schema.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putOnce, readObject } from '#functions/shared/objects.ts'

const texts = { 'bien-ban.pdf': '%PDF-1.7 biên bản', 'phu-luc/01-diem-danh.pdf': '%PDF-1.7 phụ lục' }

/** @param from a sealed record of any form @returns the new record with its files */
export const sealedWithDocuments = async ({ id, digest }: { id: string; digest: string }) => {
  const stored = JSON.parse((await readObject('archive', `sha256/${digest}`))?.toString('utf8') ?? '')
  const documents = Object.entries(texts).map(([path, content]) => ({ path, bytes: Buffer.from(content) }))
  const listed = documents.map(({ path, bytes }) => ({
    path,
    title: path,
    type: 'application/pdf',
    bytes: bytes.length,
    sha256: sha256(bytes),
  }))
  for (const { bytes } of documents)
    await putOnce('archive', `sha256/${sha256(bytes)}`, bytes, 'application/pdf')
  const recordId = newId('rec')
  const bytes = canonicalBytes({ ...stored, documents: listed, format: 'diemcau-record/2', id: recordId })
  const text = MinutesText.parse(stored.minutes)
  await chainRecord(
    systemActor('test', 'req_test'),
    {
      id: recordId,
      conferenceId: id,
      bytes,
      digest: sha256(bytes),
      unitIds: text.units.map((unit) => unit.id),
      head: (entry) => headOf(text, bytes.length, entry),
    },
    async () => [],
  )
  return { recordId, documents }
}
