// The job that makes the package of a sealed record: everything the house has of it, to be checked without the house.
import { loadRecord } from '#functions/archive/entity.ts'
import type { RecordHead } from '#functions/archive/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import { defineJob } from '#functions/shared/job.ts'
import { baseOf } from './bag.rules.ts'
import { coveringOf } from './covering.ts'
import { packageKind } from './kinds.data.ts'
import { knownBytes, payloadOf } from './payload.ts'
import { type BagPlan, putBag, type Signed } from './put-bag.ts'
import { readSealed } from './read-sealed.ts'
import { chainEntryOf, infoOf, signaturesOf } from './record-bag.ts'
import { PackageOrder, type SealedBytes, type SealedFacts } from './schema.ts'
import { namesFile, type Step, signedBy } from './verify.rules.ts'

const notes = {
  vi: [
    'data/ho-so.json là hồ sơ đúng từng byte như đã niêm phong. data/van-ban-da-ky.json là văn bản người ký đã ký, cắt nguyên từ hồ sơ: phần đứng sau "minutes": cho đến trước dấu ngoặc cuối cùng.',
    'Các tệp in ra từ văn bản ấy (PDF, DOCX, XLSX) có tên và SHA-256 trong mục "documents" của hồ sơ. data/nhat-ky.jsonl là nhật ký sự kiện đến mốc đã ký. data/tham-luan có tham luận, ý kiến đúng như đã gửi, kèm nội dung của biên nhận. data/ghi-hinh.json ghi bản ghi hình nằm ở đâu.',
  ].join('\n'),
  en: [
    'data/ho-so.json is the record, byte for byte as it was sealed. data/van-ban-da-ky.json is the text people signed, cut out of the record as it stands there: all that follows "minutes": but the last brace.',
    'The files printed from that text (PDF, DOCX, XLSX) stand with their SHA-256 under "documents" in the record. data/nhat-ky.jsonl is the log of events up to the moment that was signed. data/tham-luan holds the contributions as they were handed in, with what their receipts prove. data/ghi-hinh.json says where recordings lie.',
  ].join('\n'),
}

const signatureSteps = (signed: Signed): Step[] => [
  signedBy(signed),
  namesFile(
    'data/van-ban-da-ky.json',
    signed,
    'digest',
    'Chữ ký ấy là trên chính văn bản này.',
    'That signature is over this very text.',
  ),
  namesFile(
    'data/nhat-ky.jsonl',
    signed,
    'contents',
    'Chữ ký ấy gắn với chính nhật ký này.',
    'That signature binds this very log.',
  ),
]

const stepsOf = (people: readonly Signed[], entry: Signed): Step[] => [
  ...people.flatMap(signatureSteps),
  signedBy(entry),
  namesFile(
    'data/ho-so.json',
    entry,
    'digest',
    'Mắt xích ấy là của chính hồ sơ này.',
    'That entry is of this very record.',
  ),
]

const planOf = async (head: RecordHead, facts: SealedFacts, stored: SealedBytes): Promise<BagPlan> => {
  const { number } = facts.minutes
  const people = signaturesOf(facts)
  const { signed: entry, keys } = await chainEntryOf(head)
  const covering = await coveringOf(head, entry)
  const members = { n: head.n, recordDigest: stored.digest, recordId: head.id }
  return {
    base: baseOf('ho-so', number?.text, number?.year, head.id),
    at: new Date(head.sealedAt),
    info: infoOf(head, facts, 'Gói lưu trữ hồ sơ biên bản'),
    payload: payloadOf(head, facts, stored),
    total: knownBytes(facts, stored),
    keys: [...facts.keys, ...keys, ...covering.keys],
    signed: [...people, entry, ...covering.signed],
    tags: covering.tags,
    certificate: { act: 'package.certified', name: 'goi', members },
    what: { vi: 'gói lưu trữ hồ sơ', en: 'the archive package of a record' },
    notes,
    steps: () => [...stepsOf(people, entry), ...covering.steps],
  }
}

export const makePackage = defineJob({
  name: packageKind,
  input: PackageOrder,
  run: async (context, { recordId }) => {
    const head = await loadRecord(recordId)
    allow(context.actor, 'archive:package', { conference: head.conferenceId, host: head.hostUnitId })
    const { facts, stored } = await readSealed(head)
    return { file: await putBag(context, await planOf(head, facts, stored)), recordId }
  },
})
