// What becomes of an outcome as entered, what is not known of it, and how it is written. Pure.
import { Problem, wrongField } from '#functions/shared/problem.ts'
import { citedFull, citedShort, flagsOf, readCitation } from './citation.rules.ts'
import { quantityWords, readQuantity } from './number.rules.ts'
import type { Award, Inputs, Outcome, OutcomeFlag, OutcomeKind, OutcomeOf } from './schema.ts'

const readFigure = (said: string) => {
  const read = readQuantity(said)
  return read && { quantity: read.quantity, ...(read.rest ? { unit: read.rest } : {}) }
}

const readers: { [K in OutcomeKind]: (input: Inputs[K]) => object } = {
  directive: (input) => input,
  commendation: (input) => input,
  figure: (input) => ({ ...input, ...readFigure(input.said) }),
  citation: ({ said, parts, source }) => {
    const read = parts ?? (said === undefined ? undefined : readCitation(said))
    return {
      ...(said === undefined ? {} : { said }),
      ...(read ? { parts: read } : {}),
      ...(source ? { source } : {}),
    }
  },
}

type Entry = Pick<Outcome, 'id' | 'conferenceId' | 'by' | 'at' | 'event'>

const contentOf = <K extends OutcomeKind>(kind: K, input: Inputs[K]) => ({ kind, ...readers[kind](input) })

/** An outcome as entered, with what could be read of it. */
export const newOutcome = <K extends OutcomeKind>(kind: K, input: Inputs[K], entry: Entry): OutcomeOf<K> =>
  ({ ...entry, ...contentOf(kind, input), version: 1 }) as OutcomeOf<K>

/** @throws Problem `outcome-withdrawn` */
const expectStanding = ({ withdrawn }: Outcome): void => {
  if (withdrawn) throw new Problem('outcome-withdrawn')
}

/** The same entry worded anew: who entered it first, and when, stays. */
export const revised = <K extends OutcomeKind>(
  current: OutcomeOf<K>,
  kind: K,
  input: Inputs[K],
  event: string,
): OutcomeOf<K> => {
  expectStanding(current)
  const { id, conferenceId, by, at, version } = current
  return { ...newOutcome(kind, input, { id, conferenceId, by, at, event }), version: version + 1 }
}

/** A mistaken entry is taken back with a reason; it stays in the list. */
export const withdrawn = (
  current: Outcome,
  taken: { reason: string; at: string; by: string },
  event: string,
): Outcome => {
  expectStanding(current)
  return { ...current, event, withdrawn: taken, version: current.version + 1 }
}

/** @throws Problem `citation-unknown` naming the line */
export const expectCited = (cited: readonly string[], known: ReadonlySet<string>): void => {
  const at = cited.findIndex((id) => !known.has(id))
  if (at >= 0) throw wrongField('citation-unknown', `/citationIds/${at}`, cited[at] ?? '')
}

/** `[flag, whether it applies]`, those that apply. */
const which = (...flags: [OutcomeFlag, boolean][]) => flags.flatMap(([flag, so]) => (so ? [flag] : []))

const unknownsOf = (outcome: Outcome, gone: ReadonlySet<string>): OutcomeFlag[] => {
  switch (outcome.kind) {
    case 'directive':
      return which(
        ['owner-missing', outcome.ownerUnitIds.length === 0 && outcome.owners === undefined],
        ['due-date-missing', outcome.dueOn === undefined],
        ['citation-withdrawn', outcome.citationIds.some((id) => gone.has(id))],
      )
    case 'commendation': {
      const { awards, authorities, collectives, individuals, recipients, source } = outcome
      return which(
        ['award-missing', awards.length === 0],
        ['authority-missing', authorities.length === 0],
        ['count-missing', (collectives ?? individuals) === undefined && recipients.length === 0],
        ['not-split', awards.length > 1 || authorities.length > 1],
        ['source-missing', source === undefined],
      )
    }
    case 'figure':
      return which(
        ['number-unreadable', outcome.quantity === undefined],
        ['unit-missing', outcome.quantity !== undefined && outcome.unit === undefined],
        ['period-missing', outcome.period === undefined],
        ['source-missing', outcome.source === undefined],
      )
    case 'citation':
      return outcome.parts ? flagsOf(outcome.parts) : ['citation-unreadable']
  }
}

/** Names of the awards of Luật Thi đua, khen thưởng that conferences give. */
const awardWords: Record<Award, string> = {
  'excellent-flag': 'Cờ thi đua xuất sắc',
  flag: 'Cờ thi đua',
  certificate: 'Bằng khen',
  letter: 'Giấy khen',
}

const counted = (count: number | undefined, what: string) =>
  count ? [`${quantityWords({ kind: 'number', value: count })} ${what}`] : []

const uncounted = { collectives: 'Các tập thể', individuals: 'Các cá nhân' } as const

/** `Bằng khen của Bộ Công an`. */
export const awardsWords = ({
  awards,
  authorities,
}: Pick<OutcomeOf<'commendation'>, 'awards' | 'authorities'>): string => {
  const what = awards.map((award) => awardWords[award]).join(', ') || 'khen thưởng'
  return authorities.length > 0 ? `${what} của ${authorities.join(', ')}` : what
}

const commendationWords = (outcome: OutcomeOf<'commendation'>): string => {
  const { collectives, individuals, to, recipients } = outcome
  const who = [...counted(collectives, 'tập thể'), ...counted(individuals, 'cá nhân')].join(', ')
  const whom = to ? uncounted[to] : 'Các tập thể, cá nhân'
  const names = recipients.length > 0 ? `: ${recipients.join('; ')}` : ''
  return `${who || whom} được nhận ${awardsWords(outcome)}${names}`
}

const amountWords = ({ quantity, unit, said }: OutcomeOf<'figure'>): string =>
  quantity ? [quantityWords(quantity), unit].filter(Boolean).join(unit === '%' ? '' : ' ') : said

const figureWords = (figure: OutcomeOf<'figure'>): string =>
  `${figure.subject}: ${amountWords(figure)}${figure.period ? ` (${figure.period})` : ''}`

/** A figure within a sentence, its subject and period as given: `số điểm tổ chức Ngày hội (năm 2022) là 5.813 điểm`. */
export const figureSaid = (figure: OutcomeOf<'figure'>): string =>
  `${figure.subject}${figure.period ? ` (${figure.period})` : ''} là ${amountWords(figure)}`

/** An outcome as minutes would write it. */
export const wordsOf = (outcome: Outcome): string => {
  switch (outcome.kind) {
    case 'directive':
      return outcome.text
    case 'commendation':
      return commendationWords(outcome)
    case 'figure':
      return figureWords(outcome)
    case 'citation':
      return outcome.parts ? citedFull(outcome.parts) : (outcome.said ?? '')
  }
}

const shortWords = (outcome: Outcome): { short?: string } =>
  outcome.kind === 'citation' ? { short: outcome.parts ? citedShort(outcome.parts) : wordsOf(outcome) } : {}

/**
 * An outcome with what is not known of it and as minutes would write it.
 * @param gone ids of citations that were taken back
 */
export const shownOutcome = <O extends Outcome>(outcome: O, gone: ReadonlySet<string>) => ({
  ...outcome,
  ...shortWords(outcome),
  text: wordsOf(outcome),
  flags: unknownsOf(outcome, gone),
})
