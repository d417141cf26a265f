// What contributions announce: enough for the minutes to be compiled without another read.
import type { Move } from './rules.ts'
import type { Contribution } from './schema.ts'

const facts = (contribution: Contribution) => ({
  title: contribution.title,
  kind: contribution.kind,
  unitId: contribution.unitId,
  author: contribution.author.display,
  personId: contribution.author.personId,
  state: contribution.state,
  late: contribution.late,
  agendaItem: contribution.agendaItem,
  note: contribution.note,
  number: contribution.receipt.number,
  sha256: contribution.receipt.sha256,
})

const announce = <N extends `contribution.${string}`>(name: N, contribution: Contribution) => ({
  name,
  scope: contribution.conferenceId,
  subject: contribution.id,
  data: facts(contribution),
})

const names = {
  review: 'contribution.taken-under-review',
  accept: 'contribution.accepted',
  return: 'contribution.returned',
  decline: 'contribution.declined',
  schedule: 'contribution.scheduled',
  deliver: 'contribution.delivered',
  'take-as-written': 'contribution.taken-as-written',
  withdraw: 'contribution.withdrawn',
} as const satisfies Record<Move, string>

export const contributionSubmitted = (contribution: Contribution) =>
  announce('contribution.submitted', contribution)
export const contributionRewritten = (contribution: Contribution) =>
  announce('contribution.rewritten', contribution)
/** Somebody read the text of an internal conference's contribution. */
export const contributionOpened = (contribution: Contribution) =>
  announce('contribution.opened', contribution)
export const contributionMoved = (move: Move, contribution: Contribution) =>
  announce(names[move], contribution)
