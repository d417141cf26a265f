// Which sections of a conference stand in sight: the day's work first, at most seven with the menu of the rest. Pure.
import type { State } from '#functions/conferences/schema.ts'

export const sectionNames = [
  'myPoint',
  'mine',
  'overview',
  'edit',
  'points',
  'contributions',
  'floor',
  'outcomes',
  'disagreements',
  'answers',
  'minutes',
  'recordings',
  'bulletin',
  'events',
  'steps',
] as const
export type SectionName = (typeof sectionNames)[number]

/** As many as a tablet held upright shows in one line or two, the menu counted. */
const most = 7

const firstBefore: readonly SectionName[] = [
  'myPoint',
  'mine',
  'overview',
  'edit',
  'points',
  'answers',
  'contributions',
]
const firstOn: readonly SectionName[] = [
  'myPoint',
  'mine',
  'overview',
  'points',
  'floor',
  'contributions',
  'outcomes',
  'minutes',
]
const firstAfter: readonly SectionName[] = [
  'mine',
  'overview',
  'outcomes',
  'disagreements',
  'minutes',
  'points',
  'contributions',
]

const firstIn: Record<State, readonly SectionName[]> = {
  draft: firstBefore,
  scheduled: firstBefore,
  postponed: firstBefore,
  open: firstOn,
  'in-session': firstOn,
  closed: firstAfter,
  cancelled: firstAfter,
}

/** @param shown the sections the person may see */
export const arranged = (
  shown: readonly SectionName[],
  state: State,
): { inSight: SectionName[]; more: SectionName[] } => {
  const first = firstIn[state]
  const rank = (name: SectionName) => (first.includes(name) ? first.indexOf(name) : first.length)
  const all = shown.toSorted((a, b) => rank(a) - rank(b))
  if (all.length <= most) return { inSight: all, more: [] }
  return { inSight: all.slice(0, most - 1), more: all.slice(most - 1) }
}
