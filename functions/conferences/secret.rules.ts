// State-secret grades by whatever door they come: as a classification, or as a stamp in a text. Pure.
import { type FieldError, Problem } from '#functions/shared/problem.ts'

/** With their diacritics, or typed without: `mat` alone is a stamp only in capitals, for `mắt` and `mát` are words. */
const grades = ['mật', 'tốimật', 'tuyệtmật', 'toimat', 'tuyetmat']

/** Letters only: `M Ậ T`, `TỐI-MẬT`, `Tuyệt_mật`, and what hides between letters unseen, read as what they spell. */
const lettersOf = (text: string): string => text.replace(/[\s\p{Cf}\p{P}*~=]+/gu, '')

const isGrade = (text: string): boolean => {
  const letters = lettersOf(text.replace(/^\s*(độ mật|mức độ mật)(?!\p{L})/iu, ''))
  return letters === 'MAT' || grades.includes(letters.toLowerCase())
}

/** `(MẬT)`, `[Tối mật]`, `{Độ mật: Tuyệt mật}`, `“Mật”`. */
const inBrackets = (text: string): boolean =>
  [...text.matchAll(/[([{<（【「«“"]([^)\]}>）】」»”"]{1,60})[)\]}>）】」»”"]/gu)].some(([, inner = '']) =>
    isGrade(inner),
  )

/** `MẬT: …`, `… - Tối mật`: a grade set off at the head or the foot. `mật` in small letters may be honey there. */
const atAnEnd = (text: string): boolean => {
  const parts = text.split(/\s*[:;|/–—]\s*|\s+-\s+/)
  const ends = [parts[0] ?? '', parts.at(-1) ?? '']
  return parts.length > 1 && ends.some((part) => isGrade(part) && lettersOf(part) !== 'mật')
}

/** Capitals amid small letters: nobody writes `TUYỆT MẬT` so but as a stamp. A title all in capitals proves nothing. */
const inCapitals = (text: string): boolean =>
  text !== text.toUpperCase() &&
  /(?<!\p{L})(T\s*U\s*Y\s*(Ệ|E)\s*T|T\s*(Ố|O)\s*I)[\s_.-]*M\s*(Ậ|A)\s*T(?!\p{L})/u.test(text)

/**
 * Whether a text bears the stamp of a state-secret grade (Mật, Tối mật, Tuyệt mật; Luật Bảo vệ bí mật nhà nước 2018).
 * Only a clear stamp counts: a conference may speak about the protection of secrets (`bảo vệ bí mật nhà nước`).
 */
export const bearsSecretStamp = (told: string): boolean => {
  const text = told.normalize('NFC').replace(/\p{Cf}/gu, '')
  return isGrade(text) || inBrackets(text) || atAnEnd(text) || inCapitals(text)
}

/**
 * @param texts JSON pointer → text
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
