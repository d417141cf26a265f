// Which register the address asks for. Pure.
export type RegisterSought = { unit?: string | undefined; year?: number | undefined }

export const firstYear = 1945

/** A year as typed or as an address has it; undefined for what is none that can be asked for. */
export const yearOf = (typed: unknown): number | undefined => {
  const year = /^\d{4}$/.test(String(typed).trim()) ? Number(typed) : 0
  return year >= firstYear ? year : undefined
}

export const readRegisterSought = ({ unit, year }: Record<string, unknown>): RegisterSought => {
  const known = yearOf(year)
  return { ...(typeof unit === 'string' ? { unit } : {}), ...(known ? { year: known } : {}) }
}
