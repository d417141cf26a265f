// How far a directive is, by everybody's last word on it. Pure.
import type {
  DirectivePlace,
  DirectiveQuery,
  DirectiveTask,
  Progress,
  ProgressAct,
} from './progress.schema.ts'
import type { OutcomeOf } from './schema.ts'

const lastOf = (acts: readonly ProgressAct[], unitId: string | undefined): ProgressAct | undefined =>
  acts.findLast((act) => act.unitId === unitId)

/** The host's last word holds until an owner speaks after it; of several owners all must be done. */
export const progressState = (
  ownerUnitIds: readonly string[],
  acts: readonly ProgressAct[],
): DirectiveTask['state'] => {
  const last = acts.at(-1)
  if (!last) return 'open'
  if (last.unitId === undefined) return last.state
  const words = ownerUnitIds.map((unit) => lastOf(acts, unit)?.state)
  if (words.length > 0 && words.every((state) => state === 'done')) return 'done'
  return last.state === 'done' ? 'in-progress' : last.state
}

/** The last words after somebody spoke: theirs takes the place of what they said before. */
export const lastWords = (before: readonly ProgressAct[], act: ProgressAct): ProgressAct[] => [
  ...before.filter(({ unitId }) => unitId !== act.unitId),
  act,
]

/** @param today the civil day @returns undefined for one that was taken back */
export const taskOf = (
  { kind: _, withdrawn, ...directive }: OutcomeOf<'directive'>,
  { title, hostUnitId }: DirectivePlace,
  { acts }: Pick<Progress, 'acts'>,
  today: string,
): DirectiveTask | undefined => {
  if (withdrawn) return undefined
  const state = progressState(directive.ownerUnitIds, acts)
  const overdue = state !== 'done' && directive.dueOn !== undefined && directive.dueOn < today
  return { ...directive, title, hostUnitId, state, overdue, progress: acts }
}

export const answersQuery = (task: DirectiveTask, { unit, host, state }: DirectiveQuery): boolean => {
  if (unit !== undefined && !task.ownerUnitIds.includes(unit)) return false
  if (host !== undefined && task.hostUnitId !== host) return false
  if (state === undefined) return true
  return state === 'overdue' ? task.overdue : (task.state === 'done') === (state === 'done')
}
