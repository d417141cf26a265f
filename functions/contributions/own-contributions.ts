// The papers of whoever holds a personal link, and a new one in their name and for their unit.
import type { Delegate } from '#functions/bridge-points/delegates.schema.ts'
import { loadDelegate, loadPoint } from '#functions/bridge-points/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import { loadContributions } from './entity.ts'
import type { AuthorInput, ContributionInput } from './input.schema.ts'
import type { OwnContribution } from './personal.schema.ts'
import type { Contribution } from './schema.ts'

export const ownContributions = async (actor: Actor, conferenceId: string): Promise<Contribution[]> =>
  (await loadContributions(conferenceId)).filter(({ submittedBy }) => submittedBy.sub === actor.sub)

/** A link may fall into other hands: what it can fill a conference with has an end. */
const papersMost = 20

/** As their delegation names them: what follows rank and name there is their position here. */
const authorFor = ({ personId, rank, name, display }: Delegate): AuthorInput => {
  if (personId) return { personId }
  const called = [rank, name].filter(Boolean).join(' ')
  if (!called) return { position: display }
  const position = display.slice(called.length).replace(/^, /, '')
  return { rank, name, ...(position ? { position } : {}) }
}

/** @throws Problem `link-invalid` for an actor who holds no link; `contributions-full` */
export const ownPaper = async (actor: Actor, paper: OwnContribution): Promise<ContributionInput> => {
  const { delegate: held } = actor
  if (!held) throw new Problem('link-invalid')
  const { conferenceId, pointId, delegateId } = held
  const [point, delegate, papers] = await Promise.all([
    loadPoint(conferenceId, pointId),
    loadDelegate(conferenceId, pointId, delegateId),
    ownContributions(actor, conferenceId),
  ])
  if (papers.length >= papersMost) throw new Problem('contributions-full')
  return { ...paper, unitId: point.unitId, author: authorFor(delegate), coAuthors: [], files: [] }
}
