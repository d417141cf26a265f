// State-secret grades by whatever door they come: as a classification, or as a stamp in a text. Pure.
import { type FieldError, Problem } from '#functions/shared/problem.ts'

/** With their diacritics, or typed without: `mat` alone is a stamp only in capitals, for `mắt` and `mát` are words. */
const grades = ['mật', 'tối mật', 'tuyệt mật', 'toi mat', 'tuyet mat']

const isGrade = (text: string): boolean => {
  const named = text.trim().replace(/\s+/g, ' ')
  const grade = named.replace(/^(độ mật|mức độ mật)\s*:?\s*/i, '')
  return grade === 'MAT' || grades.includes(grade.toLowerCase())
}

/** `(MẬT)`, `[Tối mật]`, `{Độ mật: Tuyệt mật}`. */
const inBrackets = (text: string): boolean =>
  [...text.matchAll(/[([{<]([^)\]}>]{1,40})[)\]}>]/g)].some(([, inner = '']) => isGrade(inner))

/** `MẬT: …`, `… - TỐI MẬT`: a grade set off at the head or the foot, in capitals as a stamp has it. */
const atAnEnd = (text: string): boolean => {
  const parts = text.split(/\s*[:;|/–—]\s*|\s+-\s+/)
  const ends = [parts[0] ?? '', parts.at(-1) ?? '']
  return parts.length > 1 && ends.some((part) => isGrade(part) && part === part.toUpperCase())
}

/** Capitals amid small letters: nobody writes `TUYỆT MẬT` so but as a stamp. A title all in capitals proves nothing. */
const inCapitals = (text: string): boolean =>
  text !== text.toUpperCase() && /(?<!\p{L})(TUYỆT|TỐI) MẬT(?!\p{L})/u.test(text)

/**
 * Whether a text bears the stamp of a state-secret grade (Mật, Tối mật, Tuyệt mật; Luật Bảo vệ bí mật nhà nước 2018).
 * Only a clear stamp counts: a conference may speak about the protection of secrets (`bảo vệ bí mật nhà nước`).
 * @param text in NFC
 */
export const bearsSecretStamp = (text: string): boolean =>
  isGrade(text) || inBrackets(text) || atAnEnd(text) || inCapitals(text)

/**
 * @param texts JSON pointer → text in NFC
 * @throws Problem `secret-grade-refused` naming the fields
 */
export const expectNoStamp = (texts: readonly (readonly [pointer: string, text: string | undefined])[]) => {
  const errors = texts.flatMap(([pointer, text]): FieldError[] =>
    text !== undefined && bearsSecretStamp(text)
      ? [{ pointer, code: 'secret-grade-refused', message: text }]
      : [],
  )
  if (errors.length > 0) throw new Problem('secret-grade-refused', { errors })
}
