// What of the index somebody may find, as words of the index: by the permission table, never by looking at what was found.
import { conferenceOf, inForce, permissions, type Relation, unitOf } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { Problem } from '#functions/shared/problem.ts'
import { conferenceWord, hostWord, unitWord } from './index-words.ts'

/** `units` are those whose part in a conference lets somebody read what came of it. */
export type Standing = { all: true } | { all: false; words: string[]; units: string[] }

const row: Readonly<Record<string, Relation>> = permissions['archive:read']

/** @throws Problem `not-allowed` for whoever may read no record anywhere */
export const standingOf = ({ grants }: Pick<Actor, 'grants'>): Standing => {
  const at = now().toISOString()
  const words: string[] = []
  const units: string[] = []
  for (const grant of grants.filter((each) => inForce(each, at))) {
    const relation = row[grant.role]
    const [unit, conference] = [unitOf(grant.scope), conferenceOf(grant.scope)]
    if (relation === 'any') return { all: true }
    if (relation === 'host' && unit) words.push(hostWord(unit))
    if (relation === 'conference' && conference) words.push(conferenceWord(conference))
    if (relation === 'invited' && unit) units.push(unitWord(unit))
  }
  if (words.length + units.length === 0) throw new Problem('not-allowed')
  return { all: false, words, units }
}
