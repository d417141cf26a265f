// What contributions announce: enough for the minutes to be compiled without another read.
import type { Move } from './rules.ts'
import type { Contribution, ReviewNote } from './schema.ts'

const named = (authors: Contribution['coAuthors']) =>
  authors.length > 0 ? authors.map(({ display }) => display) : undefined

const listed = (files: Contribution['files']) =>
  files.length > 0 ? files.map(({ name, digest }) => ({ name, sha256: digest })) : undefined

const facts = (contribution: Contribution) => ({
  title: contribution.title,
  kind: contribution.kind,
  unitId: contribution.unitId,
  author: contribution.author.display,
  personId: contribution.author.personId,
  coAuthors: named(contribution.coAuthors),
  presenter: contribution.presenter?.display,
  state: contribution.state,
  late: contribution.late,
  lateBy: contribution.lateBy,
  agendaItem: contribution.agendaItem,
  order: contribution.order,
  turn: contribution.turn,
  note: contribution.note,
  number: contribution.receipt.number,
  sha256: contribution.receipt.sha256,
  digest: contribution.receipt.digest,
  files: listed(contribution.files),
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
/** Somebody read an internal conference's contribution. @param file digest of the file, where it was one */
export const contributionOpened = (contribution: Contribution, file?: string) => {
  const { data, ...event } = announce('contribution.opened', contribution)
  return { ...event, data: file ? { ...data, file } : data }
}
/** A reviewer said something beside a decision. */
export const contributionRemarked = (contribution: Contribution, { note, toAuthor }: ReviewNote) => {
  const { data, ...event } = announce('contribution.remarked', contribution)
  return { ...event, data: { ...data, remark: note, toAuthor } }
}
export const contributionMoved = (move: Move, contribution: Contribution) =>
  announce(names[move], contribution)
