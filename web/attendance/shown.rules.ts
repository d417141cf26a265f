// The roll as the page shows it: what the server holds, and over it what was marked here since. Pure.
import type * as z from 'zod'
import type { RollSheet } from '#functions/attendance/schema.ts'
import type { Pending } from '#web/lib/outbox/useOutbox.ts'

export type Item = z.infer<typeof RollSheet>['items'][number]
type Mark = NonNullable<Item['mark']>
export type Choice = Exclude<Mark['state'], 'unmarked'>
export type RollActs = Pick<Pending<'roll-call' | 'check-ins-confirm'>, 'act' | 'unsent'>

export type Line = {
  item: Item
  state: Choice | undefined
  reason: string | undefined
  substitute: string | undefined
  unsent: boolean
}

const recorded = (item: Item): Line => {
  const { state, reason, substitute } = item.mark ?? {}
  return { item, state: state === 'unmarked' ? undefined : state, reason, substitute, unsent: false }
}

type Told = Pick<Line, 'state' | 'reason' | 'substitute'>

/** Who is marked how by one act. */
const toldBy = ({ act }: RollActs): [string, Told][] => {
  if (act.kind === 'check-ins-confirm')
    return act.told.delegateIds.map((id) => [
      id,
      { state: 'present', reason: undefined, substitute: undefined },
    ])
  return (act.told.marks ?? []).map(({ delegateId, state, reason, substitute }) => [
    delegateId,
    {
      state: state === 'unmarked' ? undefined : state,
      reason,
      substitute:
        substitute && [substitute.rank, substitute.name, substitute.position].filter(Boolean).join(', '),
    },
  ])
}

/** @param pending acts the sheet cannot have yet, in order: the last word on a delegate is shown */
export const linesOf = (items: readonly Item[], pending: readonly RollActs[]): Line[] => {
  const later = new Map<string, Told & { unsent: boolean }>()
  for (const one of pending)
    for (const [id, told] of toldBy(one)) later.set(id, { ...told, unsent: one.unsent })
  return items.map((item) => ({ ...recorded(item), ...later.get(item.id) }))
}

/** The head count last told, here or there. */
export const headsOf = (recordedHeads: number | undefined, pending: readonly RollActs[]) => {
  const told = pending.flatMap(({ act, unsent }) =>
    act.kind === 'roll-call' && act.told.headCount !== undefined
      ? [{ heads: act.told.headCount, unsent }]
      : [],
  )
  return told.at(-1) ?? { heads: recordedHeads, unsent: false }
}

export const presentIn = (lines: readonly Line[]): number =>
  lines.filter(({ state }) => state === 'present' || state === 'online').length
