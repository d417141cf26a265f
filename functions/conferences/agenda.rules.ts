// What may become of an agenda: planned as a document, run by acts. Pure.
import { type FieldError, Problem, wrongField } from '#functions/shared/problem.ts'
import { shifted } from '#functions/shared/time.ts'
import type { AgendaItem } from './agenda.schema.ts'
import type { Agenda, AgendaItemInput } from './agenda-acts.schema.ts'
import type { Titled } from './persons.schema.ts'
import { expectNoStamp } from './secret.rules.ts'

/** The item that is on now. */
export const currentOf = (items: readonly AgendaItem[]): AgendaItem | undefined =>
  items.find(({ spans }) => spans?.some(({ endedAt }) => endedAt === undefined))

export const shownAgenda = ({
  agenda,
  agendaVersion,
}: {
  agenda: AgendaItem[]
  agendaVersion: number
}): Agenda => {
  const current = currentOf(agenda)?.id
  return { items: agenda, ...(current ? { current } : {}), version: agendaVersion }
}

type WithAgenda = { agenda: AgendaItem[]; agendaVersion: number }

/** An item of the table has 400 KB, and the conference's other fields beside the agenda some 40. */
const mostBytes = 330_000

/** A hundred items of a thousand letters have some 150 KB. @throws Problem `agenda-too-large` */
export const expectStorable = (agenda: readonly AgendaItem[], pointer: string): void => {
  const bytes = new TextEncoder().encode(JSON.stringify(agenda)).length
  if (bytes > mostBytes) throw wrongField('agenda-too-large', pointer, String(bytes))
}

/** The change that gives a conference another agenda: its next version. */
export const withAgenda = ({ agendaVersion }: WithAgenda, agenda: AgendaItem[]): WithAgenda => ({
  agenda,
  agendaVersion: agendaVersion + 1,
})

/** The change that ends what is on; none where nothing is. */
export const endingAll = (conference: WithAgenda, at: string): Partial<WithAgenda> =>
  currentOf(conference.agenda) ? withAgenda(conference, allEnded(conference.agenda, at)) : {}

type Naming = (personId: string) => Titled

/** The items as planned, those that are known keeping what has happened to them. */
export const planned = (
  inputs: readonly AgendaItemInput[],
  before: readonly AgendaItem[],
  titled: Naming,
): AgendaItem[] => {
  const known = new Map(before.map((item) => [item.id, item]))
  return inputs.map(({ presenterIds, ...input }) => {
    const spans = known.get(input.id)?.spans
    return {
      ...input,
      ...(presenterIds ? { presenters: presenterIds.map(titled) } : {}),
      ...(spans ? { spans } : {}),
    }
  })
}

/**
 * What has begun has happened: it can neither be taken out nor be told never to have been taken.
 * @param pointer JSON pointer to the list
 * @throws Problem `agenda-item-begun` naming the items, `secret-grade-refused`
 */
export const expectPlannable = (
  inputs: readonly AgendaItemInput[],
  before: readonly AgendaItem[],
  pointer: string,
): void => {
  const next = new Map(inputs.map((input, at) => [input.id, { at, dropped: input.dropped }]))
  const errors = before.flatMap(({ id, title, spans }): FieldError[] => {
    const kept = next.get(id)
    if (!spans || (kept && kept.dropped === undefined)) return []
    return [
      {
        pointer: kept ? `${pointer}/${kept.at}/dropped` : pointer,
        code: 'agenda-item-begun',
        message: title,
      },
    ]
  })
  if (errors.length > 0) throw new Problem('agenda-item-begun', { errors })
  expectNoStamp(
    inputs.flatMap(({ title, presenter, dropped }, at) => [
      [`${pointer}/${at}/title`, title] as const,
      [`${pointer}/${at}/presenter`, presenter] as const,
      [`${pointer}/${at}/dropped`, dropped] as const,
    ]),
  )
}

const indexIn = (items: readonly AgendaItem[], id: string): number => {
  const at = items.findIndex((item) => item.id === id)
  if (at < 0) throw new Problem('not-found')
  return at
}

/** The running item ends; an end told for before its start counts as at its start. */
export const allEnded = (items: readonly AgendaItem[], at: string): AgendaItem[] =>
  items.map((item) => {
    if (!item.spans?.some(({ endedAt }) => endedAt === undefined)) return item
    const spans = item.spans.map((span) =>
      span.endedAt === undefined ? { ...span, endedAt: at > span.startedAt ? at : span.startedAt } : span,
    )
    return { ...item, spans }
  })

/**
 * An item begins, for the first time or again after a break; the one that was on ends with it.
 * @throws Problem `not-found`, `agenda-item-running`, `agenda-item-dropped`
 */
export const itemStarted = (items: readonly AgendaItem[], id: string, at: string): AgendaItem[] => {
  const index = indexIn(items, id)
  if (currentOf(items)?.id === id) throw new Problem('agenda-item-running')
  if (items[index]?.dropped !== undefined) throw new Problem('agenda-item-dropped')
  return allEnded(items, at).map((item, place) =>
    place === index ? { ...item, spans: [...(item.spans ?? []), { startedAt: at }] } : item,
  )
}

/** @throws Problem `not-found`, `agenda-item-not-running` */
export const itemEnded = (items: readonly AgendaItem[], id: string, at: string): AgendaItem[] => {
  indexIn(items, id)
  if (currentOf(items)?.id !== id) throw new Problem('agenda-item-not-running')
  return allEnded(items, at)
}

/** The plan moved in time, nothing of it having happened yet. @param byMs milliseconds, negative for earlier */
export const agendaShifted = (items: readonly AgendaItem[], byMs: number): AgendaItem[] =>
  items.map(({ spans: _, ...item }) =>
    item.plannedAt === undefined ? item : { ...item, plannedAt: shifted(item.plannedAt, byMs) },
  )

/** What an edit did, for the log: added, removed, dropped, retimed, and whether the order changed. */
export const agendaChanges = (before: readonly AgendaItem[], after: readonly AgendaItem[]) => {
  const old = new Map(before.map((item) => [item.id, item]))
  const kept = after.filter(({ id }) => old.has(id)).map(({ id }) => id)
  const order = before.map(({ id }) => id).filter((id) => kept.includes(id))
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ id, title }) => ({ id, title })),
    removed: before.filter(({ id }) => !kept.includes(id)).map(({ id, title }) => ({ id, title })),
    dropped: after.flatMap(({ id, title, dropped }) =>
      dropped !== undefined && old.get(id)?.dropped === undefined ? [{ id, title, reason: dropped }] : [],
    ),
    retimed: after.flatMap(({ id, plannedAt }) => {
      const from = old.get(id)?.plannedAt
      return old.has(id) && from !== plannedAt ? [{ id, from, to: plannedAt }] : []
    }),
    reordered: kept.join() !== order.join(),
  }
}
