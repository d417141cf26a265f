// An edit of a conference's facts beside those of others: mine over what stands, and what others changed meanwhile.
import type { Conference } from '#functions/conferences/schema.ts'
import { useKept } from '#web/lib/useKept.ts'
import { changedFields, type Plan, type PlanField, planOf } from './plan.ts'

type Kept = { mine: Partial<Plan>; base: { version: number; plan: Plan } }

export const useEditing = (conference: Conference) => {
  const { kept, keep, now, forget } = useKept<Kept>(`facts.${conference.id}`)
  const standing = planOf(conference)
  const mine = kept.mine ?? {}
  const here = { version: conference.version, plan: standing }
  const base = kept.base ?? here
  const theirs = base.version < conference.version ? changedFields(base.plan, standing) : []
  return {
    /** Fields nobody touched here follow what stands. */
    plan: { ...standing, ...mine },
    dirty: changedFields(standing, { ...standing, ...mine }).length > 0,
    /** What others changed since this edit began. */
    theirs: kept.mine ? theirs : ([] as PlanField[]),
    /** The version that may be replaced: the one that was read, until what others did has been looked at. */
    version: theirs.length > 0 ? base.version : conference.version,
    change: (change: Partial<Plan>) => keep({ mine: { ...mine, ...change }, base }),
    keepMine: () => keep({ mine, base: here }),
    forget,
    /** Once a plan is saved: what was typed while it was on its way stays to be saved. */
    saved: (sent: Plan) => {
      const later = Object.entries(now().mine ?? {}).filter(
        ([field, value]) => JSON.stringify(value) !== JSON.stringify(sent[field as PlanField]),
      )
      if (later.length > 0) keep({ mine: Object.fromEntries(later) })
      else forget()
    },
  }
}
