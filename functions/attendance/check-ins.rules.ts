// Who may check in as whom, and what becomes of a check-in. Pure.
import { isSelf } from '#functions/bridge-points/delegates.rules.ts'
import type { Delegate } from '#functions/bridge-points/delegates.schema.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { CheckIn, Confirming } from './check-ins.schema.ts'
import type { Roll, RollAct } from './roll.schema.ts'

/** @throws Problem `not-allowed` when none of the delegates is the actor's own */
export const ownAmong = (
  actor: Parameters<typeof isSelf>[0],
  delegates: readonly Delegate[],
  delegateId: string | undefined,
): Delegate => {
  const own = delegates.find(
    (delegate) => isSelf(actor, delegate) && (delegateId ?? delegate.id) === delegate.id,
  )
  if (!own) throw new Problem('not-allowed')
  return own
}

/** Whether a claim says otherwise than the roll: only then it stands beside the marks. */
export const contradicts = ({ marks }: Roll, delegateId: string): boolean => {
  const mark = marks[delegateId]
  return (
    mark !== undefined && mark.standing !== 'rehearsal' && mark.state !== 'present' && mark.state !== 'online'
  )
}

/** @throws Problem `check-in-absent` naming the lines: nobody claimed that, or it is decided already */
export const expectClaimed = (delegateIds: readonly string[], checkIns: readonly CheckIn[]): CheckIn[] => {
  const claimed = new Map(
    checkIns.filter(({ state }) => state === 'claimed').map((one) => [one.delegateId, one]),
  )
  const errors = delegateIds.flatMap((id, at) =>
    claimed.has(id) ? [] : [{ pointer: `/delegateIds/${at}`, code: 'check-in-absent', message: id }],
  )
  if (errors.length > 0) throw new Problem('check-in-absent', { errors })
  return delegateIds.flatMap((id) => claimed.get(id) ?? [])
}

export const decided = (
  checkIn: CheckIn,
  state: 'confirmed' | 'rejected',
  told: { at: string; by: string; reason?: string },
): CheckIn => ({ ...checkIn, state, decided: told, version: checkIn.version + 1 })

/** The marks that confirmed check-ins make. */
export const marksOf = ({ delegateIds, state }: Confirming): RollAct['marks'] =>
  delegateIds.map((delegateId) => ({ delegateId, state }))
