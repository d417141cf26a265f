// A conference made after another: what is copied, and when it is. Pure.
import { civilDay, shifted } from '#functions/shared/time.ts'
import type { ConferenceInput } from './acts.schema.ts'
import type { AgendaItem } from './agenda.schema.ts'
import type { AgendaItemInput } from './agenda-acts.schema.ts'
import type { SeriesInput, Template } from './plan.schema.ts'
import type { Conference } from './schema.ts'

type Model = Template['model'] & { hostUnitId: string }

const moveBy = (instant: string | undefined, byMs: number): string | undefined =>
  instant === undefined ? undefined : shifted(instant, byMs)

/** What is planned of an item; what happened, and what was dropped, stays with the model. */
const itemOf = (byMs: number, item: AgendaItem): AgendaItemInput[] => {
  if (item.dropped !== undefined) return []
  const { id, title, kind, minutes, presenter, presenters, plannedAt } = item
  const at = moveBy(plannedAt, byMs)
  return [
    {
      id,
      title,
      kind,
      ...(minutes === undefined ? {} : { minutes }),
      ...(presenter === undefined ? {} : { presenter }),
      ...(presenters ? { presenterIds: presenters.map(({ personId }) => personId) } : {}),
      ...(at ? { plannedAt: at } : {}),
    },
  ]
}

/**
 * The input of a conference like the model at another start. Copied: title, host, level, form, classification, venue,
 * chairs, deputy and secretary (titled anew), the agenda as planned, and every time as long after the start. Not
 * copied: points, delegates, contributions, grants, notices, the history.
 */
export const copyOf = (model: Model, startsAt: string, title = model.title): ConferenceInput => {
  const byMs = Date.parse(startsAt) - Date.parse(model.startsAt)
  const { hostUnitId, level, form, classification, venue, chairs, deputyChair, secretary } = model
  const [endsAt, contributionsDueAt] = [moveBy(model.endsAt, byMs), moveBy(model.contributionsDueAt, byMs)]
  return {
    title,
    hostUnitId,
    level,
    form,
    classification,
    venue,
    startsAt,
    chairs: chairs.map(({ personId }) => personId),
    agenda: model.agenda.flatMap((item) => itemOf(byMs, item)),
    ...(deputyChair ? { deputyChair: deputyChair.personId } : {}),
    ...(secretary ? { secretary: secretary.personId } : {}),
    ...(endsAt ? { endsAt } : {}),
    ...(contributionsDueAt ? { contributionsDueAt } : {}),
  }
}

/** What a template keeps of a conference. */
export const modelOf = (conference: Conference): Template['model'] => {
  const { title, level, form, classification, venue, startsAt, endsAt, contributionsDueAt } = conference
  const { chairs, deputyChair, secretary, agenda } = conference
  const plan = agenda.filter(({ dropped }) => dropped === undefined).map(({ spans: _, ...item }) => item)
  return {
    title,
    level,
    form,
    classification,
    venue,
    startsAt,
    chairs,
    agenda: plan,
    ...(endsAt ? { endsAt } : {}),
    ...(contributionsDueAt ? { contributionsDueAt } : {}),
    ...(deputyChair ? { deputyChair } : {}),
    ...(secretary ? { secretary } : {}),
  }
}

const dayMs = 86_400_000
const monthsIn = { month: 1, quarter: 3 } as const

/** The same civil day so many months on, or the last of a shorter month: 31/01, 28/02, 31/03. */
const monthsLater = (startsAt: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = civilDay(startsAt).split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  const from = Date.UTC(year, month - 1, day)
  const to = Date.UTC(year, month - 1 + months, Math.min(day, last))
  return shifted(startsAt, to - from)
}

/**
 * The starts of a series: as many as asked for, the civil days left out not among them. The hour is the same each time:
 * Vietnam has no summer time.
 */
export const startsOf = ({ first, every, count, except }: SeriesInput): string[] => {
  const at = (place: number) =>
    every === 'week'
      ? shifted(first.startsAt, place * 7 * dayMs)
      : monthsLater(first.startsAt, place * monthsIn[every])
  const skipped = new Set(except)
  const starts: string[] = []
  for (let place = 0; starts.length < count && place < count + except.length; place++)
    if (!skipped.has(civilDay(at(place)))) starts.push(at(place))
  return starts
}

/**
 * What an edit of one conference makes of a later one of its series: everything but the date, which keeps its distance.
 * @param before the edited conference as it was
 */
export const followedBy = (
  input: ConferenceInput,
  before: Conference,
  later: Conference,
): ConferenceInput => {
  const byMs = Date.parse(later.startsAt) - Date.parse(before.startsAt)
  const { agendaVersion: _, agenda, ...plain } = input
  const [endsAt, dueAt] = [moveBy(input.endsAt, byMs), moveBy(input.contributionsDueAt, byMs)]
  return {
    ...plain,
    startsAt: shifted(input.startsAt, byMs),
    ...(endsAt ? { endsAt } : {}),
    ...(dueAt ? { contributionsDueAt: dueAt } : {}),
    ...(agenda
      ? {
          agenda: agenda.map((item) =>
            item.plannedAt ? { ...item, plannedAt: shifted(item.plannedAt, byMs) } : item,
          ),
          agendaVersion: later.agendaVersion,
        }
      : {}),
  }
}
