// The checks of a record's place in the chain.
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { hashOfEntry } from './entity.ts'
import { expect, expectSigned, fail, type Look, linkOf } from './look.ts'

export const entry: Look = (evidence) => {
  const { entry, hash } = linkOf(evidence)
  const { id, digest, n, sealedAt } = evidence.head
  expect(hashOfEntry(entry) === hash, 'Mã băm của mắt xích không khớp.')
  expect(
    entry.recordId === id && entry.digest === digest && entry.n === n && entry.at === sealedAt,
    'Mắt xích là của một hồ sơ khác.',
  )
  return `Mắt xích số ${n}, mã băm ${hash}.`
}

export const previous: Look = (evidence) => {
  const { entry } = linkOf(evidence)
  if (entry.n === 1) {
    expect(entry.prev === '0'.repeat(64), 'Mắt xích đầu tiên phải nối với 64 số 0.')
    return 'Là mắt xích đầu tiên của chuỗi.'
  }
  const before = evidence.before ?? fail(`Chuỗi mất mắt xích số ${entry.n - 1}.`)
  expect(hashOfEntry(before.entry) === entry.prev, `Không nối được với mắt xích số ${entry.n - 1}.`)
  return `Nối đúng với mắt xích số ${entry.n - 1}.`
}

export const next: Look = (evidence) => {
  const { entry, hash } = linkOf(evidence)
  const { end, after } = evidence
  expect(end.version >= entry.n, `Chuỗi bị cắt ở mắt xích số ${end.version}.`)
  if (end.version === entry.n) {
    expect(end.hash === hash && !after, 'Đầu chuỗi không phải là mắt xích này.')
    return 'Là mắt xích cuối cùng của chuỗi.'
  }
  const following = after ?? fail(`Chuỗi mất mắt xích số ${entry.n + 1}.`)
  expect(following.entry.prev === hash, `Mắt xích số ${entry.n + 1} không nối với mắt xích này.`)
  return `Mắt xích số ${entry.n + 1} nối đúng.`
}

export const entryAttestation: Look = (evidence) => {
  const { entry, attestation } = linkOf(evidence)
  const by = attestation ?? fail('Mắt xích chưa được ký: hãy niêm phong lại để hoàn tất.')
  expectSigned(evidence, by, canonicalBytes(entry), 'Chữ ký trên mắt xích')
  return `Mắt xích được ký bằng khóa ${by.kid}.`
}

export const chainObject: Look = (evidence) => {
  const { entry, attestation } = linkOf(evidence)
  const object = evidence.object ?? fail('Kho chưa có bản sao của mắt xích: hãy niêm phong lại để hoàn tất.')
  expect(
    canonicalBytes({ attestation, entry }).equals(object),
    'Mắt xích trong kho khác mắt xích trong bảng.',
  )
  return 'Mắt xích trong kho khớp với bảng.'
}
