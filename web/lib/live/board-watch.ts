// Whether every row of a board's number has been told: rows come by province, in parts, in any order. Pure but for what
// it remembers of the numbers that are still incomplete.

type Province = { parts: number; heard: Set<number> }
type Numbered = { provinces?: readonly string[]; rows: Map<string, Province> }

const isWhole = ({ provinces, rows }: Numbered): boolean =>
  provinces?.every((province) => {
    const told = rows.get(province)
    return told !== undefined && told.heard.size >= told.parts
  }) ?? false

export const watchBoard = () => {
  const numbers = new Map<number, Numbered>()
  const of = (number: number): Numbered => {
    const known = numbers.get(number) ?? { rows: new Map() }
    numbers.set(number, known)
    return known
  }
  return {
    head: (number: number, provinces: readonly string[]): void => {
      of(number).provinces = provinces
    },
    rows: (number: number, province: string, part: number, parts: number): void => {
      const { rows } = of(number)
      const told = rows.get(province) ?? { parts, heard: new Set() }
      rows.set(province, { parts, heard: told.heard.add(part) })
    },
    /** The number up to which all that followed `held` has been told; what is known up to it is forgotten. */
    wholeFrom: (held: number): number => {
      let whole = held
      for (let next = numbers.get(whole + 1); next && isWhole(next); next = numbers.get(whole + 1)) whole++
      for (const number of numbers.keys()) if (number <= whole) numbers.delete(number)
      return whole
    },
    /** The newest number anything was told of after those that are whole; 0 for none. */
    newest: (): number => Math.max(0, ...numbers.keys()),
  }
}
