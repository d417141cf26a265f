// Telephone numbers of Viet Nam as people write them, and the one form they are kept in. Pure.
import * as z from 'zod'

/**
 * National numbers with their leading 0 (numbering plan of Thông tư 22/2014/TT-BTTTT and the mobile prefixes since
 * 11/2018): mobile 03/05/07/08/09 and eight digits; a province's code 02xx (02x for Hà Nội and TP. Hồ Chí Minh), eleven
 * digits in all; 069 of Công an and Quân đội; 080 of the offices of Party and State; 1800 and 1900.
 */
const national = [/^0[35789]\d{8}$/, /^02\d{9}$/, /^069\d{5,7}$/, /^080\d{5}$/, /^1[89]00\d{4}(\d{2})?$/]

const extension =
  /[\s,;]*(?:\((?:máy lẻ|số lẻ|ext\.?)?\s*(\d{1,5})\)|(?:máy lẻ|số lẻ|ext\.?|x|#)[\s:.]*(\d{1,5}))$/iu

/** Excel drops the 0 that begins a mobile number. */
const withZero = (digits: string): string => (/^[35789]\d{8}$/.test(digits) ? `0${digits}` : digits)

/**
 * The form a number is kept in: digits with the leading 0, then the extension.
 * @example phoneOf('+84 (0)912 345.678') // '0912345678'
 * @example phoneOf('024 3942 0000 máy lẻ 12') // '02439420000 máy lẻ 12'
 * @returns undefined for what is no number of Viet Nam
 */
export const phoneOf = (typed: string): string | undefined => {
  const text = typed.normalize('NFC').trim()
  const inner = extension.exec(text)
  const main = inner ? text.slice(0, inner.index) : text
  if (!/^\(?\+?[\d\s().\-–/]*$/.test(main)) return undefined
  const digits = withZero(main.replace(/[^\d+]/g, '').replace(/^(\+|00)84(0?)/, '0'))
  if (!national.some((shape) => shape.test(digits))) return undefined
  const short = inner?.[1] ?? inner?.[2]
  return short ? `${digits} máy lẻ ${short}` : digits
}

/** A number as typed, kept in its one form. */
export const PhoneNumber = z
  .string()
  .max(60)
  .refine((typed) => phoneOf(typed) !== undefined, 'not a telephone number of Viet Nam')
  .overwrite((typed) => phoneOf(typed) ?? typed)
