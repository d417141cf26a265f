// The address of a point's QR code: what is written is what is read, and nothing else is.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkInAddress, scannedCode } from '#functions/attendance/check-in-address.rules.ts'

const from = (letters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength })

const scanned = fc.record({
  conferenceId: from('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 26, 26).map((tail) => `cnf_${tail}`),
  pointId: from('abcxyzABC019-', 1, 60).map((tail) => `bpt_${tail}`),
  code: from('0123456789', 6, 6),
})

it('reads every address it writes, from its fragment alone', () => {
  fc.assert(
    fc.property(scanned, (told) => {
      const address = new URL(checkInAddress('https://diemcau.example', told))
      expect(address.pathname + address.search).toBe('/diem-danh')
      expect(scannedCode(address.hash.slice(1))).toEqual(told)
    }),
  )
})

it.each([
  ['nothing', ''],
  ['a code alone', '123456'],
  ['a code too short', 'cnf_01GJ0000000000000000000000.bpt_ca-ninh-binh.12345'],
  ['something more', 'cnf_01GJ0000000000000000000000.bpt_ca-ninh-binh.123456.1'],
  ['markup', 'cnf_01GJ0000000000000000000000.bpt_<b>.123456'],
])('reads nothing of %s', (_what, fragment) => {
  expect(scannedCode(fragment)).toBeUndefined()
})
