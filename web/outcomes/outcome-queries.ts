// Outcomes as asked of the API: all four kinds together, for one page and one figure count them all.
import { queryOptions } from '@tanstack/react-query'
import type { OutcomeKind } from '#functions/outcomes/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api } from '#web/lib/api.ts'

const one = api.conferences[':id']

const load = async (id: string) => {
  const param = { id }
  const [directive, commendation, figure, citation] = await Promise.all([
    one.directives.$get({ param }).then((answer) => answer.json()),
    one.commendations.$get({ param }).then((answer) => answer.json()),
    one.figures.$get({ param }).then((answer) => answer.json()),
    one.citations.$get({ param }).then((answer) => answer.json()),
  ])
  return { directive, commendation, figure, citation }
}

export type Outcomes = Awaited<ReturnType<typeof load>>
export type ShownOutcome<K extends OutcomeKind = OutcomeKind> = { [P in K]: Outcomes[P]['items'][number] }[K]

export const outcomesOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'outcomes'],
    queryFn: () => load(id),
    refetchInterval: 10_000,
  })

/** How many entries of any kind have something unknown. */
export const unknownIn = (outcomes: Outcomes): number =>
  Object.values(outcomes).reduce((sum, { unknown }) => sum + unknown, 0)
