// The house's statement how far the chain reached that first covers a record, with the entries between: for its package.
import { checkpointOver } from '#functions/archive/checkpoint-entity.ts'
import { loadLinks } from '#functions/archive/entity.ts'
import type { RecordHead } from '#functions/archive/schema.ts'
import { loadVerificationKeysOf } from '#functions/keys/entity.ts'
import type { VerificationKey } from '#functions/keys/schema.ts'
import { dayWords } from '#functions/minutes/words.rules.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { required } from '#functions/shared/config.ts'
import type { Source } from './bag.ts'
import type { Signed } from './put-bag.ts'
import { leadsTo, namesFile, type Step, signedBy } from './verify.rules.ts'

type Covering = { signed: Signed[]; keys: VerificationKey[]; tags: Source[]; steps: Step[] }

const between = 'chung-thuc/noi-tiep.jsonl'

const vi = (place: string) =>
  `Điểm kiểm tra ấy xác nhận chuỗi có mắt xích của hồ sơ này. Hãy đối chiếu với bản công bố tại ${place}.`
const en = (place: string) =>
  `That checkpoint is of the chain with this record's entry in it. Compare it with the published one at ${place}.`

/** Each entry by itself is a line: canonical bytes have no line breaks. */
const entriesAfter = async (n: number, to: number): Promise<Source[]> => {
  if (to === n) return []
  const links = await loadLinks(n + 1, to)
  const lines = links.map(({ entry }) => `${canonicalBytes(entry).toString('utf8')}\n`)
  return [{ path: between, content: Buffer.from(lines.join(''), 'utf8') }]
}

/** Nothing until a day's checkpoint covers the record. @param entry the record's own of the chain */
export const coveringOf = async ({ n }: RecordHead, entry: Signed): Promise<Covering> => {
  const over = await checkpointOver(n)
  if (!over) return { signed: [], keys: [], tags: [], steps: [] }
  const { day, kid, signature, statement } = over
  const signed = {
    name: 'diem-kiem-tra',
    kid,
    vi: `Điểm kiểm tra ${dayWords(day)}, ghi nhận chuỗi đến mắt xích số ${statement.n},`,
    en: `The checkpoint of ${day}, which says that the chain reached entry ${statement.n},`,
    statement,
    signature,
  }
  const tags = await entriesAfter(n, statement.n)
  const place = `${required('PUBLIC_URL')}/api/archive/checkpoints`
  const covers =
    tags.length === 0
      ? namesFile(`chung-thuc/${entry.name}.json`, signed, 'digest', vi(place), en(place))
      : leadsTo(entry, between, signed, vi(place), en(place))
  return {
    signed: [signed],
    keys: await loadVerificationKeysOf([kid]),
    tags,
    steps: [signedBy(signed), covers],
  }
}
