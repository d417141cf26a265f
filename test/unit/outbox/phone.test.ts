// The centre's telephone: read aloud by its groups, dialled with its extension.
import { expect, it } from 'vitest'
import { dialPhone, readPhone } from '#web/bridge-points/operator/phone.rules.ts'

it.each([
  ['02439420000 máy lẻ 12', '024 3942 0000 máy lẻ 12', 'tel:02439420000,12'],
  ['0912345678', '0912 345 678', 'tel:0912345678'],
  ['02293871234', '0229 387 1234', 'tel:02293871234'],
  ['0692341234', '069 2341 234', 'tel:0692341234'],
  ['19001234', '19001234', 'tel:19001234'],
])('%s', (kept, read, dialled) => {
  expect(readPhone(kept)).toBe(read)
  expect(dialPhone(kept)).toBe(dialled)
})
