// How a past conference's record prints: it is no minutes, and nobody's letterhead is put over what an archive gathered. Pure.
import { annexes, annexWords } from '#functions/minutes/annexes.data.ts'
import type { Attestation } from '#functions/minutes/schema.ts'
import { momentWords } from '#functions/minutes/words.rules.ts'
import type { SignatureSide } from './print.schema.ts'
import type { Body } from './table.rules.ts'

/** Who entered it stands under it; a draft leaves the place open. */
const sidesOf = (attestations: readonly Attestation[]): { left: SignatureSide; right: SignatureSide } => ({
  left: { label: '', people: [] },
  right: {
    label: 'NGƯỜI LẬP HỒ SƠ',
    people: attestations.map(({ statement: { name, at } }) => ({
      name,
      signed: `(Đã xác nhận lúc ${momentWords(at)})`,
    })),
  },
})

/** What stands otherwise than in minutes. */
export const historicalFrame = (attestations: readonly Attestation[]) => ({
  superior: null,
  agency: 'HỒ SƠ LƯU TRỮ',
  number: '(lập từ tư liệu)',
  heading: 'HỒ SƠ HỘI NGHỊ',
  recipients: ['Lưu: Hồ sơ.'],
  ...sidesOf(attestations),
})

export const historicalNote = '(Kèm theo Hồ sơ hội nghị lập từ tư liệu)'

const numbers = Object.values(annexes).map(({ number }) => number)

/** Minutes number their annexes by what they are, for sentences refer to them; here they are counted as they come. */
export const labelsOf = (historical: boolean, bodies: readonly Body[]): string[] => {
  if (!historical) return bodies.map(({ key }) => annexWords(key))
  return bodies.map((_, at) => (bodies.length === 1 ? 'Phụ lục' : `Phụ lục ${numbers[at] ?? at + 1}`))
}
