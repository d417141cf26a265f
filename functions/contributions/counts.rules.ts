// How many contributions and opinions stand where. Pure.
import type { Contribution, ContributionCounts, Counts } from './schema.ts'

const none = (): Counts => ({ total: 0, late: 0, byState: {} })

const count = (counts: Counts, { state, late }: Contribution): void => {
  counts.total += 1
  counts.late += Number(late)
  counts.byState[state] = (counts.byState[state] ?? 0) + 1
}

/** Units in the order of their first paper. */
export const countsOf = (all: readonly Contribution[]): ContributionCounts => {
  const [contributions, opinions] = [none(), none()]
  const byUnit = new Map<string, Counts>()
  for (const one of all) {
    count(one.kind === 'opinion' ? opinions : contributions, one)
    if (one.kind === 'opinion') continue
    const unit = byUnit.get(one.unitId) ?? none()
    count(unit, one)
    byUnit.set(one.unitId, unit)
  }
  return {
    contributions,
    opinions,
    byUnit: [...byUnit].map(([unitId, counts]) => ({ unitId, ...counts })),
  }
}
