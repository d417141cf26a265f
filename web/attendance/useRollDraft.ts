// Marks chosen on this page and not yet recorded, over those the server holds; nothing typed is lost by a refetch.
import { useState } from 'react'
import type * as z from 'zod'
import type { RollCall, RollSheet } from '#functions/attendance/schema.ts'

export type Item = z.infer<typeof RollSheet>['items'][number]
export type Choice = NonNullable<Item['mark']>['state']
export type Draft = { state?: Choice | undefined; reason: string; substitute: string }

const recorded = ({ mark }: Item): Draft => ({
  state: mark?.state === 'unmarked' ? undefined : mark?.state,
  reason: mark?.reason ?? '',
  substitute: mark?.substitute ?? '',
})

const differs = (a: Draft, b: Draft) =>
  a.state !== b.state || a.reason !== b.reason || a.substitute !== b.substitute

const markOf = (delegateId: string, { state, reason, substitute }: Draft) => {
  if (state === 'absent') return { delegateId, state, reason }
  if (state === 'substituted') return { delegateId, state, substitute: { position: substitute } }
  return { delegateId, state: state ?? 'present' }
}

export const useRollDraft = (items: readonly Item[]) => {
  const [drafts, setDrafts] = useState<Record<string, Draft>>({})
  const shown = (item: Item): Draft => drafts[item.id] ?? recorded(item)
  const changed = items.filter((item) => differs(shown(item), recorded(item)) && shown(item).state)
  return {
    shown,
    changed,
    change: (item: Item, change: Partial<Draft>) =>
      setDrafts((before) => ({
        ...before,
        [item.id]: { ...(before[item.id] ?? recorded(item)), ...change },
      })),
    /** Everybody not marked yet is present: what is true of most delegations. */
    allPresent: () =>
      setDrafts((before) => ({
        ...Object.fromEntries(
          items
            .filter((item) => !shown(item).state)
            .map((item) => [item.id, { ...recorded(item), state: 'present' as const }]),
        ),
        ...before,
      })),
    marks: (): NonNullable<RollCall['marks']> => changed.map((item) => markOf(item.id, shown(item))),
    forget: () => setDrafts({}),
  }
}
