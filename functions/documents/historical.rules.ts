// How a past conference's record prints: it is no minutes, and nobody's letterhead is put over what an archive gathered. Pure.
import type { Attestation } from '#functions/minutes/schema.ts'
import type { SignatureSide } from './print.schema.ts'
import { signedWords } from './print-words.rules.ts'

/** Who entered it stands under it; a draft leaves the place open. */
const sidesOf = (attestations: readonly Attestation[]): { left: SignatureSide; right: SignatureSide } => ({
  left: { label: '', people: [] },
  right: {
    label: 'NGƯỜI LẬP HỒ SƠ',
    people: attestations.map(({ statement: { name, at } }) => ({
      name,
      signed: `(${signedWords(at)})`,
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
