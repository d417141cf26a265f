// Which pictures a page fetches: those it shows, the large one first; over a narrow line that one alone. Pure.
import type { Present } from './order.rules.ts'

export type Wanted = {
  attendeeId: string
  /** 1 is fetched first. */
  priority: number
  size: 'large' | 'middle' | 'small'
}

type Seen = {
  /** A shared screen that is large. */
  content?: { attendeeId: string } | undefined
  /** Shown large, or pinned. */
  main?: Present | undefined
  rest: readonly Present[]
  lowBandwidth: boolean
}

const fetched = ({ own, sends }: Present) => sends && !own

const sizeAmong = (many: number): Wanted['size'] => {
  if (many <= 2) return 'large'
  return many <= 9 ? 'middle' : 'small'
}

export const wantedPictures = ({ content, main, rest, lowBandwidth }: Seen): Wanted[] => {
  const shared: Wanted[] = content ? [{ attendeeId: content.attendeeId, priority: 1, size: 'large' }] : []
  const large = main && fetched(main) ? [main.attendeeId] : []
  const size = content ? 'small' : 'large'
  const first = large.map((attendeeId): Wanted => ({ attendeeId, priority: content ? 2 : 1, size }))
  if (lowBandwidth) return [...shared, ...first]
  const others = rest.filter((one) => one !== main && fetched(one))
  const small = sizeAmong(others.length + (main ? 6 : 0))
  return [
    ...shared,
    ...first,
    ...others.map(({ attendeeId }): Wanted => ({ attendeeId, priority: 3, size: small })),
  ]
}
