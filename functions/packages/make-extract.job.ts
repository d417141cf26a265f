// The job that makes a certified extract: one point or one contribution as it was signed, and nothing else of the record.
import { readHead } from '#functions/archive/read-record.ts'
import type { RecordHead } from '#functions/archive/schema.ts'
import { may } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { defineJob } from '#functions/shared/job.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type JsonPath, Skimmer } from '#functions/shared/skim.ts'
import { baseOf } from './bag.rules.ts'
import type { Source } from './bag.ts'
import { extractWords } from './extract.rules.ts'
import { extractKind } from './kinds.data.ts'
import { paperOf } from './papers.ts'
import { type BagPlan, putBag, type Signed } from './put-bag.ts'
import { readSealed, streamRecord } from './read-sealed.ts'
import { chainEntryOf, infoOf } from './record-bag.ts'
import { type ExtractInput, ExtractOrder, type SealedFacts } from './schema.ts'
import { namesFile, type SignedFile, type Step, says, signedBy } from './verify.rules.ts'

type Member = { id: string; kind: 'point' | 'paper'; list: 'attendance' | 'contributions' }

const memberOf = ({ pointId, contributionId = '' }: ExtractInput): Member =>
  pointId === undefined
    ? { id: contributionId, kind: 'paper', list: 'contributions' }
    : { id: pointId, kind: 'point', list: 'attendance' }

type Found = { pointer: string; raw: Buffer; value: Record<string, unknown> }

const findMember = async ({ digest }: RecordHead, { id, list }: Member): Promise<Found> => {
  let found: Found | undefined
  const skimmer = new Skimmer({
    depth: 3,
    wants: (path: JsonPath) => !found && path.length === 3 && path[0] === 'minutes' && path[1] === list,
    take: ({ path, raw }) => {
      const value = JSON.parse(raw.toString('utf8')) as Record<string, unknown>
      if (value.id === id) found = { pointer: `/${path.join('/')}`, raw, value }
    },
  })
  await streamRecord(digest, (chunk) => skimmer.push(chunk))
  if (!found) throw new Problem('not-found')
  return found
}

const file = 'data/trich-luc.json'

const mayReadPapers = ({ grants }: Actor, head: RecordHead): boolean =>
  may(
    grants,
    'archive:package',
    { conference: head.conferenceId, host: head.hostUnitId },
    now().toISOString(),
  )

/** A paper's text goes along for those who may read papers; its digest is in the signed member either way. */
async function* payloadOf(
  actor: Actor,
  head: RecordHead,
  { minutes }: SealedFacts,
  member: Member,
  found: Found,
) {
  const source: Source = { path: file, content: found.raw, sha256: sha256(found.raw) }
  yield source
  const words = extractWords(minutes, member.kind, found.value)
  yield { path: 'data/trich-luc.txt', content: Buffer.from(words, 'utf8') }
  if (member.kind === 'paper' && mayReadPapers(actor, head))
    yield* await paperOf(head.conferenceId, member.id, String(found.value.sha256))
}

const notes = {
  vi: 'data/trich-luc.json là đúng từng byte phần ấy của văn bản người ký đã ký; data/trich-luc.txt diễn đạt lại bằng lời. Giấy chứng thực xác nhận phần này nằm trong hồ sơ nào, ở chỗ nào; nội dung khác của hồ sơ không được tiết lộ.',
  en: 'data/trich-luc.json is that part of the signed text, byte for byte; data/trich-luc.txt says it in words. The certificate says of which record it is a part, and where in it; nothing else of the record is disclosed.',
}

const stepsOf =
  (head: RecordHead, pointer: string, entry: Signed) =>
  (certificate: SignedFile): Step[] => [
    namesFile(
      file,
      certificate,
      'digest',
      'Giấy chứng thực xác nhận chính phần trích này.',
      'The certificate is of this very extract.',
    ),
    says(
      certificate,
      'member',
      pointer,
      'Vị trí của phần trích trong hồ sơ.',
      'Where in the record it stands.',
    ),
    says(
      certificate,
      'recordDigest',
      head.digest,
      'Giấy chứng thực nêu hồ sơ có SHA-256 này.',
      'The certificate names the record of this SHA-256.',
    ),
    signedBy(entry),
    says(
      entry,
      'digest',
      head.digest,
      'Hồ sơ ấy là hồ sơ của mắt xích này trong chuỗi.',
      'That record is the one this entry of the chain is of.',
    ),
  ]

const planOf = async (actor: Actor, head: RecordHead, member: Member): Promise<BagPlan> => {
  const { facts } = await readSealed(head)
  const found = await findMember(head, member)
  const { signed: entry, keys } = await chainEntryOf(head)
  const { number } = facts.minutes
  const members = { member: found.pointer, n: head.n, recordDigest: head.digest, recordId: head.id }
  return {
    base: baseOf('trich-luc', number?.text, number?.year, member.id),
    at: new Date(head.sealedAt),
    info: infoOf(head, facts, 'Trích lục hồ sơ biên bản'),
    payload: payloadOf(actor, head, facts, member, found),
    total: found.raw.length,
    keys,
    signed: [entry],
    certificate: { act: 'extract.certified', name: 'trich-luc', members, digest: sha256(found.raw) },
    what: { vi: 'trích lục có chứng thực', en: 'a certified extract' },
    notes,
    steps: stepsOf(head, found.pointer, entry),
  }
}

export const makeExtract = defineJob({
  name: extractKind,
  input: ExtractOrder,
  run: async (context, { recordId, member }) => {
    const head = await readHead(context.actor, recordId)
    return { file: await putBag(context, await planOf(context.actor, head, memberOf(member))), recordId }
  },
})
