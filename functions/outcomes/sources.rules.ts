// What different sources say of one figure or award, and whether they mean the same. Pure.
import { fold } from '#functions/shared/text.ts'
import { quantityWords } from './number.rules.ts'
import { wordsOf } from './rules.ts'
import type { Outcome, OutcomeOf } from './schema.ts'

/** What an entry speaks of, the same for whatever source gives it; undefined where nothing can contradict it. */
export const subjectOf = (outcome: Outcome): string | undefined => {
  if (outcome.withdrawn) return undefined
  if (outcome.kind === 'figure') return `figure ${fold(outcome.subject)} ${fold(outcome.period ?? '')}`
  if (outcome.kind !== 'commendation' || outcome.awards.length === 0) return undefined
  const authorities = outcome.authorities.map(fold).sort().join(', ')
  return `commendation ${outcome.awards.toSorted().join(', ')} ${authorities}`
}

type Statement = { event: string; source: string; at: string; text: string }

const sourceOf = (outcome: Outcome) => ('source' in outcome ? outcome.source : undefined)

/** The entries on a subject by who says so. An entry without a source contradicts nobody. */
const bySource = (subject: string, outcomes: readonly Outcome[]): Map<string, Outcome[]> => {
  const about = outcomes.filter((one) => subjectOf(one) === subject)
  const grouped = Map.groupBy(about, (outcome) => sourceOf(outcome) ?? '')
  grouped.delete('')
  return grouped
}

/** What each source says of a subject: all its entries together. */
export const statementsOn = (subject: string, outcomes: readonly Outcome[]): Statement[] =>
  [...bySource(subject, outcomes)].flatMap(([source, entries]) => {
    const [first] = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const text = [...new Set(entries.map(wordsOf))].sort().join('; ')
    return first ? [{ event: first.event, source, at: first.at, text }] : []
  })

/** 575 nghìn is 575.000, and “trên” is “hơn”. */
const amountOf = ({ quantity, said }: OutcomeOf<'figure'>): string => {
  if (!quantity) return fold(said)
  if (quantity.kind !== 'number') return quantityWords(quantity)
  const { value, qualifier } = quantity
  return `${qualifier === 'more-than' ? 'over' : (qualifier ?? '')} ${value}`
}

const total = (counts: (number | undefined)[]): number | undefined =>
  counts.some((count) => count !== undefined)
    ? counts.reduce<number>((sum, count = 0) => sum + count, 0)
    : undefined

/** What is meant by the entries of one source, whatever the words: an award told in two lines is their sum. */
const meaningOf = (entries: readonly Outcome[], withUnits: boolean): string => {
  const figures = entries.filter((one) => one.kind === 'figure')
  const awards = entries.filter((one) => one.kind === 'commendation')
  const values = figures.map((one) => `${amountOf(one)} ${withUnits ? fold(one.unit ?? '') : ''}`)
  return JSON.stringify([
    [...new Set(values)].sort(),
    total(awards.map(({ collectives }) => collectives)),
    total(awards.map(({ individuals }) => individuals)),
    [...new Set(awards.flatMap(({ recipients }) => recipients.map(fold)))].sort(),
  ])
}

const kinds = ['collectives', 'individuals'] as const

const isCounted = (outcome: Outcome): boolean =>
  outcome.kind === 'commendation' && kinds.some((kind) => outcome[kind] !== undefined)

/** Tells only whom an award went to: `cho các tập thể`, as captions do. */
const isVague = (entries: readonly Outcome[]): boolean =>
  entries.every((one) => one.kind === 'commendation' && one.to !== undefined && !isCounted(one))

/** Whoever tells counts names those too whom the vague one names. */
const bearsOut = (counted: readonly Outcome[], vague: readonly Outcome[]): boolean =>
  vague.every(
    (one) =>
      one.kind !== 'commendation' ||
      counted.some((other) => other.kind === 'commendation' && one.to && (other[one.to] ?? 0) > 0),
  )

/**
 * Whether all sources mean the same. A unit of count that one of them leaves out contradicts none, nor does a source
 * that tells whom an award went to and not how many, if those are among the ones counted.
 */
export const agreeOn = (subject: string, outcomes: readonly Outcome[]): boolean => {
  const every = [...bySource(subject, outcomes).values()]
  const counted = every.filter((entries) => entries.some(isCounted))
  const vague = counted.length > 0 ? every.filter(isVague) : []
  if (!vague.every((entries) => counted.every((told) => bearsOut(told, entries)))) return false
  const said = every.filter((entries) => !vague.includes(entries))
  const withUnits = said.flat().every((one) => one.kind !== 'figure' || one.unit !== undefined)
  return new Set(said.map((entries) => meaningOf(entries, withUnits))).size < 2
}
