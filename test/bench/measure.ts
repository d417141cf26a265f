// What a bench is, and the small statistics all share.

export type Figures = { ratio: number; pass: boolean } & Record<string, number | boolean>

export type Bench = {
  name: string
  goal: number
  /** The goal as people read it, with its direction. */
  goalText: string
  run(): Promise<Figures>
}

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))
