// An outcome as the fields of its form, and back: all fields are text, so that what is typed can be kept. Pure.
import { readQuantity } from '#functions/outcomes/number.rules.ts'
import { newOutcome, shownOutcome } from '#functions/outcomes/rules.ts'
import { Award, type Inputs, inputs, type OutcomeKind } from '#functions/outcomes/schema.ts'
import { civilDayOf, dayAsWritten } from '#web/lib/when.ts'
import type { ShownOutcome } from './outcome-queries.ts'

export type Fields = Record<string, string>

/** Lists of ids and awards stand in one field, parted by spaces; lists of names one a line. */
export const listIn = (text = ''): string[] => text.split(/\s+/).filter(Boolean)
export const linesIn = (text = ''): string[] => text.split('\n').flatMap((line) => line.trim() || [])

const optional = (name: string, value: unknown) =>
  value === undefined || value === '' ? {} : { [name]: value }

/** A count as one writes it, `12` or `1.200`; NaN where it is none. */
export const countIn = (text = ''): number | undefined => {
  if (text.trim() === '') return undefined
  const read = readQuantity(text)
  const { quantity, rest } = read ?? {}
  const plain =
    quantity?.kind === 'number' && !quantity.qualifier && !rest && Number.isInteger(quantity.value)
  return plain ? quantity.value : Number.NaN
}

const readers: Record<OutcomeKind, (fields: Fields) => object> = {
  directive: ({ text = '', saidBy, ownerUnitIds, owners, dueOn, citationIds, agendaItem }) => ({
    text,
    ...optional('saidBy', saidBy),
    ownerUnitIds: listIn(ownerUnitIds),
    ...optional('owners', owners),
    // What is no day is sent as it is: the schema refuses it.
    ...optional('dueOn', civilDayOf(dueOn ?? '') ?? dueOn),
    citationIds: listIn(citationIds),
    ...optional('agendaItem', agendaItem),
  }),
  commendation: ({ awards, authorities, collectives, individuals, to, recipients, reason, source }) => ({
    awards: listIn(awards),
    authorities: linesIn(authorities),
    ...optional('collectives', countIn(collectives)),
    ...optional('individuals', countIn(individuals)),
    ...optional('to', to),
    recipients: linesIn(recipients),
    ...optional('reason', reason),
    ...optional('source', source),
  }),
  figure: ({ said = '', subject = '', period, source }) => ({
    said,
    subject,
    ...optional('period', period),
    ...optional('source', source),
  }),
  citation: ({ said = '', source }) => ({ said, ...optional('source', source) }),
}

const trimmed = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim()]))

/** What was typed as the API would take it, whatever is missing of it. */
export const toldOf = (kind: OutcomeKind, fields: Fields): object => readers[kind](trimmed(fields))

/** What the form sends; undefined while something it needs is not there or cannot be read. */
export const inputOf = <K extends OutcomeKind>(kind: K, fields: Fields): Inputs[K] | undefined => {
  const parsed = inputs[kind].safeParse(toldOf(kind, fields))
  return parsed.success ? (parsed.data as Inputs[K]) : undefined
}

/** The entry as it would stand, with what is not known of it: by the very rules of the house. */
export const previewOf = <K extends OutcomeKind>(kind: K, fields: Fields) => {
  const input = inputOf(kind, fields)
  if (!input) return undefined
  const entry = { id: '', conferenceId: '', by: { sub: '', name: '' }, at: '', event: '' }
  return shownOutcome(newOutcome(kind, input, entry), new Set())
}

const text = (value: unknown): string => (value === undefined ? '' : String(value))

/** The fields an entry is revised in. */
export const fieldsOf = (outcome: ShownOutcome): Fields => {
  switch (outcome.kind) {
    case 'directive':
      return {
        text: outcome.text,
        saidBy: text(outcome.saidBy),
        ownerUnitIds: outcome.ownerUnitIds.join(' '),
        owners: text(outcome.owners),
        dueOn: dayAsWritten(outcome.dueOn),
        citationIds: outcome.citationIds.join(' '),
        agendaItem: text(outcome.agendaItem),
      }
    case 'commendation':
      return {
        awards: outcome.awards.join(' '),
        authorities: outcome.authorities.join('\n'),
        collectives: text(outcome.collectives),
        individuals: text(outcome.individuals),
        ...(outcome.to ? { to: outcome.to } : {}),
        recipients: outcome.recipients.join('\n'),
        reason: text(outcome.reason),
        source: text(outcome.source),
      }
    case 'figure':
      return {
        said: outcome.said,
        subject: outcome.subject,
        period: text(outcome.period),
        source: text(outcome.source),
      }
    case 'citation':
      return { said: outcome.said ?? outcome.text, source: text(outcome.source) }
  }
}

export const awards = Award.options
