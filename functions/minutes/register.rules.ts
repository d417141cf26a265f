// Numbers of minutes as the register writes them. Pure.
import type { RegisterNumber } from './schema.ts'

const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()

/**
 * A number in the register, as Nghị định 30/2020/NĐ-CP writes it: two digits at least, type, agency.
 * @param name the unit's name on the day
 * @example registerNumber('unt_bo-cong-an', 'Bộ Công an', 2022, 1).text // '01/BB-BCA'
 */
export const registerNumber = (
  unitId: string,
  name: string,
  year: number,
  number: number,
): RegisterNumber => ({
  unitId,
  year,
  number,
  text: `${String(number).padStart(2, '0')}/BB-${initials(name)}`,
})
