// The papers of whoever holds a personal link, and a new one in their name and for their unit.
import { loadDelegate, loadPoint } from '#functions/bridge-points/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import { loadContributions } from './entity.ts'
import { ContributionInput } from './input.schema.ts'
import type { OwnContribution } from './personal.schema.ts'
import type { Contribution } from './schema.ts'

export const ownContributions = async (actor: Actor, conferenceId: string): Promise<Contribution[]> =>
  (await loadContributions(conferenceId)).filter(({ submittedBy }) => submittedBy.sub === actor.sub)

/** @throws Problem `link-invalid` for an actor who holds no link */
export const ownPaper = async (
  { delegate: held }: Actor,
  paper: OwnContribution,
): Promise<ContributionInput> => {
  if (!held) throw new Problem('link-invalid')
  const { conferenceId, pointId, delegateId } = held
  const [point, delegate] = await Promise.all([
    loadPoint(conferenceId, pointId),
    loadDelegate(conferenceId, pointId, delegateId),
  ])
  const { personId, rank, name, position = delegate.display } = delegate
  return ContributionInput.parse({
    ...paper,
    unitId: point.unitId,
    author: { ...(personId ? { personId } : { rank, name, position }) },
  })
}
