// Whether every row of a board's number has been told: rows come by province, in parts, in any order. Pure but for what
// it remembers of the numbers that are still incomplete.

import type { BoardTold } from '#functions/live/messages.schema.ts'

type Province = { parts: number; heard: Set<number> }
type Numbered = { head?: BoardTold; rows: Map<string, Province> }

const isWhole = ({ head, rows }: Numbered): boolean =>
  head?.provinces.every((province) => {
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
    head: (head: BoardTold): void => {
      of(head.number).head = head
    },
    rows: (number: number, province: string, part: number, parts: number): void => {
      const { rows } = of(number)
      const told = rows.get(province) ?? { parts, heard: new Set() }
      rows.set(province, { parts, heard: told.heard.add(part) })
    },
    /**
     * The head of the last number up to which all that followed `held` has been told; undefined where the very next is
     * not whole. What is known up to it is forgotten.
     */
    wholeFrom: (held: number): BoardTold | undefined => {
      let whole: BoardTold | undefined
      for (let at = held + 1, next = numbers.get(at); next && isWhole(next); next = numbers.get(++at))
        whole = next.head
      for (const number of numbers.keys()) if (number <= (whole?.number ?? held)) numbers.delete(number)
      return whole
    },
    /** Where no board is shown, nothing is waited for: an afternoon's numbers would only pile up. */
    forget: (): void => numbers.clear(),
    /** The newest number anything was told of after those that are whole; 0 for none. */
    newest: (): number => Math.max(0, ...numbers.keys()),
  }
}
