// What is looked for in the archive, as the address tells it.
import { kinds } from '#functions/search/kinds.data.ts'
import type { Kind } from '#functions/search/schema.ts'

export type Sought = {
  q?: string | undefined
  from?: string | undefined
  to?: string | undefined
  unit?: string | undefined
  chair?: string | undefined
  kind?: Kind | undefined
  /** `no`: units only by the name that was typed. */
  related?: 'no' | undefined
}

const texts = ['q', 'from', 'to', 'unit', 'chair'] as const

export const kindNamed = (name: unknown): Kind | undefined => kinds.find((kind) => kind === name)

/** What of an address's search is ours. */
export const readSought = (search: Record<string, unknown>): Sought => {
  const kind = kindNamed(search.kind)
  // An address may bring a year as a number: the router reads it so.
  const told = texts.flatMap((name) => {
    const value = search[name]
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : []
  })
  return {
    ...Object.fromEntries(told),
    ...(kind ? { kind } : {}),
    ...(search.related === 'no' ? { related: 'no' } : {}),
  }
}

/** Whether anything besides words narrows it. */
export const isNarrowed = ({ q: _, related: __, ...filters }: Sought): boolean =>
  Object.values(filters).some((value) => value !== undefined)
