// What may become of a contribution, and who sees it. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { formalName } from '#functions/directory/rules.ts'
import type { Person } from '#functions/directory/stored.schema.ts'
import type { HouseFile } from '#functions/files/schema.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import { type AuthorInput, type ContributionInput, opinionMost } from './input.schema.ts'
import type { Author, Authors, By, Contribution, ContributionState, Lateness, Receipt } from './schema.ts'

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

export type Change = {
  note?: string | undefined
  agendaItem?: string | undefined
  order?: number | undefined
  turn?: string | undefined
}

/** The contribution one step on. @throws Problem `contribution-state` naming where it stands */
export const moved = (contribution: Contribution, move: Move, change: Change = {}): Contribution => {
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

/** The place after the last of an agenda item. */
export const orderAfter = (others: readonly Contribution[], agendaItem: string): number =>
  1 +
  Math.max(
    0,
    ...others
      .filter((other) => other.agendaItem === agendaItem && other.state !== 'withdrawn')
      .map(({ order }) => order ?? 0),
  )

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

const titleMost = 100

/** The first words of an opinion that came without a title. */
export const titleOf = ({ title, text = '' }: Pick<ContributionInput, 'title' | 'text'>): string => {
  if (title !== undefined) return title
  const [first = ''] = text.split('\n')
  const letters = [...first]
  if (letters.length <= titleMost) return first
  const cut = letters.slice(0, titleMost).join('')
  const words = cut.lastIndexOf(' ')
  return `${words > cut.length / 2 ? cut.slice(0, words) : cut}…`
}

/** What one version is: its words, its files and who stands behind them. */
export type Submission = Authors & { title: string; text: string; files: HouseFile[] }

export const newContribution = (
  made: { id: string; conference: Conference; by: By; receipt: Receipt; lateness: Lateness },
  { kind, unitId, agendaItem, turn }: ContributionInput,
  { title, author, coAuthors, presenter, files }: Submission,
): Contribution => ({
  id: made.id,
  conferenceId: made.conference.id,
  kind,
  title,
  unitId,
  author,
  coAuthors,
  ...(presenter ? { presenter } : {}),
  files,
  ...(agendaItem ? { agendaItem } : {}),
  ...(turn ? { turn } : {}),
  state: 'submitted',
  ...made.lateness,
  submittedBy: made.by,
  submittedAt: made.receipt.receivedAt,
  receipt: made.receipt,
  version: 1,
})

/** @throws Problem `contribution-empty`, `opinion-too-long` */
export const expectSubstance = (kind: Contribution['kind'], { text, files }: Submission): void => {
  if (text === '' && files.length === 0) throw wrongField('contribution-empty', '/text', '')
  if (kind === 'opinion' && text.length > opinionMost) throw wrongField('opinion-too-long', '/text', '')
}

/** All versions are opened together: so many of the longest fit the 6 MB of one answer. */
export const versionsMost = 20

/** @throws Problem `contribution-state` unless it is still untouched, or came back; `contribution-versions-full` */
export const expectEditable = (contribution: Contribution): void => {
  expectStanding(contribution, ['submitted', 'returned'])
  if (contribution.receipt.number >= versionsMost) throw new Problem('contribution-versions-full')
}

/** A new version of a contribution that has not been taken up, or came back: it is submitted again. */
export const rewritten = (
  contribution: Contribution,
  { title, author, coAuthors, presenter, files }: Submission,
  receipt: Receipt,
  lateness: Lateness,
): Contribution => {
  const { presenter: _, lateBy: __, ...rest } = contribution
  return {
    ...rest,
    title,
    author,
    coAuthors,
    ...(presenter ? { presenter } : {}),
    files,
    state: 'submitted',
    ...lateness,
    receipt,
    version: contribution.version + 1,
  }
}

const shown: ContributionState[] = ['accepted', 'scheduled', 'delivered', 'taken-as-written']

export type Viewer = { sub: string; units: readonly string[]; seesAll: boolean }

/** Whether it is the viewer's own, by account or by unit. */
export const isOwn = (contribution: Contribution, viewer: Viewer): boolean =>
  viewer.units.includes(contribution.unitId) || contribution.submittedBy.sub === viewer.sub

/** Everyone in the conference sees what was accepted; a unit and an author's account see their own besides. */
export const isVisible = (contribution: Contribution, viewer: Viewer): boolean =>
  viewer.seesAll || shown.includes(contribution.state) || isOwn(contribution, viewer)

/** What passes between the desk and the author is for them. */
export const shownTo = (contribution: Contribution, viewer: Viewer): Contribution => {
  if (viewer.seesAll || isOwn(contribution, viewer)) return contribution
  const { note: _, ...rest } = contribution
  return rest
}
