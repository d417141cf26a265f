// What may become of a contribution, when, and who sees it. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { formalName } from '#functions/directory/rules.ts'
import type { Person } from '#functions/directory/stored.schema.ts'
import { horizonEnd } from '#functions/minutes/rules.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import type {
  Author,
  AuthorInput,
  By,
  Contribution,
  ContributionInput,
  ContributionState,
  Receipt,
  TextInput,
} from './schema.ts'

const reviewed: ContributionState[] = ['submitted', 'under-review']
const welcome: ContributionState[] = ['accepted', 'scheduled']

const moves = {
  review: { from: ['submitted'], to: 'under-review' },
  accept: { from: reviewed, to: 'accepted' },
  return: { from: reviewed, to: 'returned' },
  decline: { from: reviewed, to: 'declined' },
  schedule: { from: welcome, to: 'scheduled' },
  deliver: { from: welcome, to: 'delivered' },
  'take-as-written': { from: welcome, to: 'taken-as-written' },
  withdraw: { from: [...reviewed, ...welcome, 'returned'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly ContributionState[]; to: ContributionState }>

export type Move = keyof typeof moves

/** What may be done next with a contribution, for screens that offer it. */
export const movesFrom = (state: ContributionState): Move[] =>
  (Object.keys(moves) as Move[]).filter((move) =>
    (moves[move].from as readonly ContributionState[]).includes(state),
  )

const expectStanding = (contribution: Contribution, from: readonly ContributionState[]): void => {
  if (!from.includes(contribution.state))
    throw new Problem('contribution-state', { detail: contribution.state })
}

/** The contribution one step on. @throws Problem `contribution-state` naming where it stands */
export const moved = (
  contribution: Contribution,
  move: Move,
  change: { note?: string; agendaItem?: string } = {},
): Contribution => {
  const { from, to } = moves[move]
  expectStanding(contribution, from)
  const { note: _, ...rest } = contribution
  return { ...rest, ...change, state: to, version: contribution.version + 1 }
}

/** @throws Problem `agenda-item-unknown` */
export const expectAgendaItem = (conference: Conference, agendaItem: string | undefined): void => {
  if (agendaItem !== undefined && !conference.agenda.some(({ id }) => id === agendaItem))
    throw wrongField('agenda-item-unknown', '/agendaItem', agendaItem)
}

/** Papers come from the invitation on, opinions from the start; after the close both are kept, and late. */
export const expectTaking = (conference: Conference, kind: Contribution['kind']): void => {
  if (conference.state === 'draft') throw new Problem('conference-state', { detail: 'draft' })
  if (kind === 'opinion' && !conference.startedAt) throw new Problem('conference-not-in-session')
}

/** Whether a text received now is late: after the deadline for a paper, after the close for anything. */
export const isLate = (conference: Conference, kind: Contribution['kind'], receivedAt: string): boolean => {
  const due = kind === 'contribution' ? conference.contributionsDueAt : undefined
  return [due, conference.closedAt].some((limit) => limit !== undefined && receivedAt > limit)
}

/** Only a live session hears a contribution. */
export const expectSession = (conference: Conference): void => {
  if (conference.state !== 'in-session') throw new Problem('conference-not-in-session')
}

/**
 * A text is taken as written in session or within the grace after it: later the minutes would not tell of it.
 * @throws Problem `conference-not-in-session`, `conference-closed`
 */
export const expectTakeable = ({ state, closedAt }: Conference, at: string): void => {
  if (state !== 'in-session' && state !== 'closed') throw new Problem('conference-not-in-session')
  if (closedAt && horizonEnd(closedAt) < at) throw new Problem('conference-closed')
}

/**
 * How records name an author or a speaker: what was typed goes before what the directory knows.
 * @example authorOf({ rank: 'Đại tá', name: 'Đinh Trọng Soạn', position: 'Phó Giám đốc' }).display
 */
export const authorOf = (input: AuthorInput, person?: Person): Author => {
  const { rank, name, position } = input
  const display = formalName({
    rank: rank ?? person?.rank,
    name: name ?? person?.name,
    partyTitle: person?.partyTitle,
    stateTitle: position ?? person?.stateTitle,
  })
  return { ...input, display }
}

export const newContribution = (
  made: { id: string; conference: Conference; author: Author; by: By; receipt: Receipt },
  input: ContributionInput,
): Contribution => ({
  id: made.id,
  conferenceId: made.conference.id,
  kind: input.kind,
  title: input.title,
  unitId: input.unitId,
  author: made.author,
  ...(input.agendaItem ? { agendaItem: input.agendaItem } : {}),
  state: 'submitted',
  late: isLate(made.conference, input.kind, made.receipt.receivedAt),
  submittedBy: made.by,
  submittedAt: made.receipt.receivedAt,
  receipt: made.receipt,
  version: 1,
})

/** @throws Problem `contribution-state` unless it is still untouched, or came back */
export const expectEditable = (contribution: Contribution): void =>
  expectStanding(contribution, ['submitted', 'returned'])

/** A new text of a contribution that has not been taken up, or came back: it is submitted again. */
export const rewritten = (
  contribution: Contribution,
  { title }: TextInput,
  receipt: Receipt,
  late: boolean,
): Contribution => ({
  ...contribution,
  title,
  state: 'submitted',
  late,
  receipt,
  version: contribution.version + 1,
})

const shown: ContributionState[] = ['accepted', 'scheduled', 'delivered', 'taken-as-written']

/** Everyone in the conference sees what was accepted; a unit and an author's account see their own besides. */
export const isVisible = (
  contribution: Contribution,
  viewer: { sub: string; units: readonly string[]; seesAll: boolean },
): boolean =>
  viewer.seesAll ||
  shown.includes(contribution.state) ||
  viewer.units.includes(contribution.unitId) ||
  contribution.submittedBy.sub === viewer.sub
