// The checks of a sealed record. Each says in a sentence what it found, or throws `Failed` saying what is wrong.
import type { Statement } from '#functions/minutes/schema.ts'
import { countWords, momentWords } from '#functions/minutes/words.rules.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { digestOfContents, digestOfIds } from '#functions/shared/event-digest.ts'
import { chainObject, entry, entryAttestation, next, previous } from './chain-checks.ts'
import { checkpoint } from './checkpoint-checks.ts'
import { concernedUnits } from './concerned.rules.ts'
import { documents } from './document-checks.ts'
import { headOf } from './head.rules.ts'
import type { Evidence } from './load-evidence.ts'
import {
  bytesOf,
  expect,
  expectSigned,
  Failed,
  fail,
  keyOf,
  type Look,
  pemOf,
  recordOf,
  same,
  stored,
} from './look.ts'
import type { Check, CheckName, SealedRecord } from './schema.ts'

const bytes: Look = (evidence) => {
  const digest = sha256(bytesOf(evidence))
  expect(digest === evidence.head.digest, `Tệp có SHA-256 ${digest}, khác tên lưu ${evidence.head.digest}.`)
  return `SHA-256 của tệp đúng bằng tên lưu: ${digest}.`
}

const canonical: Look = (evidence) => {
  const whole = evidence.raw ?? fail('Tệp hồ sơ không đọc được.')
  expect(canonicalBytes(whole).equals(bytesOf(evidence)), 'Tệp không ở dạng chuẩn tắc (NFC, RFC 8785).')
  return 'Tệp ở dạng chuẩn tắc (NFC, RFC 8785).'
}

const format: Look = (evidence) => {
  const record = recordOf(evidence)
  expect(record.id === evidence.head.id, 'Tệp là của một hồ sơ khác.')
  expect(record.id.slice(4) === record.minutes.id.slice(4), 'Mã biên bản không khớp mã hồ sơ.')
  return `Đúng cấu trúc ${record.format}.`
}

const index: Look = (evidence) => {
  const { head, unitItems } = evidence
  const { minutes } = recordOf(evidence)
  const units = concernedUnits(minutes)
  const place = { recordId: head.id, digest: head.digest, n: head.n, at: head.sealedAt, prev: '' }
  const told = headOf(minutes, bytesOf(evidence).length, place)
  expect(same(head, told), 'Mục lục không khớp nội dung hồ sơ.')
  const listed = new Set(
    unitItems.filter(({ unitId: _, ...item }) => same(item, head)).map(({ unitId }) => unitId),
  )
  const missing = units.filter((id) => !listed.has(id))
  expect(missing.length === 0, `Mục lục của ${missing.length} đơn vị thiếu hoặc không khớp.`)
  return `Mục lục khớp hồ sơ ở ${units.length} đơn vị.`
}

const text: Look = (evidence) => {
  const digest = sha256(canonicalBytes(stored(evidence, 'minutes')))
  const { attestations, minutes } = recordOf(evidence)
  expect(attestations.length > 0, 'Hồ sơ không có chữ ký.')
  for (const { statement } of attestations) {
    expect(statement.digest === digest, 'Nội dung biên bản khác nội dung đã ký.')
    expect(same(statement.horizon, minutes.horizon), 'Mốc nhật ký của chữ ký khác mốc trong biên bản.')
  }
  return `Nội dung đã ký có SHA-256 ${digest}.`
}

const order: Statement['act'][] = ['minutes.signed-by-secretary', 'minutes.signed-by-chair']

const twoSigned = ([secretary, chair]: Statement[]) => {
  expect(secretary?.sub !== chair?.sub, 'Hai chữ ký của cùng một người.')
  expect((secretary?.at ?? '') <= (chair?.at ?? ''), 'Chủ trì ký trước thư ký.')
}

/** Minutes, addenda too, have the secretary's and the chair's; what was entered from documents the archivist's. */
const expectSigners = ({ attestations, minutes }: SealedRecord) => {
  const statements = attestations.map(({ statement }) => statement)
  const acts = statements.map(({ act }) => act).join()
  if (minutes.kind === 'historical')
    return expect(
      acts === 'record.imported',
      'Hồ sơ nhập từ tài liệu phải có một xác nhận của cán bộ lưu trữ.',
    )
  expect(acts === order.join(), 'Thiếu chữ ký hoặc chữ ký sai thứ tự: thư ký trước, chủ trì sau.')
  twoSigned(statements)
}

const signatures: Look = (evidence) => {
  const record = recordOf(evidence)
  const { attestations } = record
  const raw = stored(evidence, 'attestations') as { statement: unknown }[]
  expectSigners(record)
  attestations.forEach((attestation, at) => {
    const { kid, statement } = attestation
    expect(kid === statement.kid, 'Chữ ký ghi một khóa khác khóa đã ký.')
    expectSigned(evidence, attestation, canonicalBytes(raw[at]?.statement), `Chữ ký của ${statement.name}`)
  })
  return attestations
    .map(({ statement: { name, office } }) => (name === office ? name : `${name} (${office})`))
    .join('; ')
}

const keys: Look = (evidence) => {
  const record = recordOf(evidence)
  const kids = new Set(record.attestations.map(({ kid }) => kid))
  expect(
    [...kids].every((kid) => record.keys.some((key) => key.kid === kid)),
    'Hồ sơ thiếu khóa kiểm tra.',
  )
  for (const key of record.keys) {
    pemOf(key)
    expect(same(keyOf(evidence, key.kid), key), `Khóa ${key.kid} trong hồ sơ khác khóa đã công bố.`)
    expect(evidence.keyObjects.get(key.kid) === key.publicKey, `Khóa ${key.kid} trong kho thiếu hoặc khác.`)
  }
  return record.keys.map(({ fingerprint }) => `Dấu vân tay khóa ${fingerprint}`).join('; ')
}

const horizon: Look = (evidence) => {
  const { minutes } = recordOf(evidence)
  const { horizon: told, events: ids } = minutes
  expect(
    ids.length === told.count && digestOfIds(ids) === told.digest,
    'Danh mục sự kiện không khớp mốc nhật ký.',
  )
  const inside = new Set(ids)
  const there = evidence.events.filter(({ id }) => inside.has(id))
  expect(there.length === told.count, `Nhật ký mất ${told.count - there.length} sự kiện.`)
  expect(digestOfContents(there) === told.contents, 'Nội dung sự kiện trong nhật ký đã bị thay đổi.')
  const later = evidence.events.length - there.length
  return `${countWords(told.count)} sự kiện đến ${momentWords(told.until)} còn nguyên; ${countWords(later)} sự kiện ghi sau, không thuộc biên bản.`
}

const looks: [CheckName, Look][] = [
  ['bytes', bytes],
  ['canonical', canonical],
  ['format', format],
  ['index', index],
  ['text', text],
  ['documents', documents],
  ['signatures', signatures],
  ['keys', keys],
  ['horizon', horizon],
  ['entry', entry],
  ['previous', previous],
  ['next', next],
  ['entry-attestation', entryAttestation],
  ['chain-object', chainObject],
  ['checkpoint', checkpoint],
]

/** Every check, whether or not an earlier one failed: what is wrong is named in full. */
export const checksOf = (evidence: Evidence): Check[] =>
  looks.map(([name, look]) => {
    try {
      return { name, ok: true, detail: look(evidence) }
    } catch (error) {
      const detail = error instanceof Failed ? error.message : 'Không kiểm tra được: dữ liệu sai cấu trúc.'
      return { name, ok: false, detail }
    }
  })
