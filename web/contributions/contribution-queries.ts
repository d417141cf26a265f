// Contributions as asked of the API.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ContributionState } from '#functions/contributions/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, filing } from '#web/lib/api.ts'
import { pace } from '#web/lib/live/status.ts'

export const contributionsOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'contributions'],
    queryFn: async () =>
      (await api.conferences[':id'].contributions.$get({ param: { id }, query: {} })).json(),
    refetchInterval: pace(id, 10_000),
  })

export type Sought = { kind: 'contribution' | 'opinion'; state: string; unit: string; late: boolean }

/** Those that fit, oldest first, a page at a time. */
export const contributionsSought = (id: string, { kind, state, unit, late }: Sought) =>
  infiniteQueryOptions({
    queryKey: [...conferenceKey(id), 'contributions', { kind, state, unit, late }],
    queryFn: async ({ pageParam }) => {
      const query = {
        kind,
        ...(state ? { state: ContributionState.parse(state) } : {}),
        ...(unit ? { unit } : {}),
        ...(late ? { late: 'true' } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      }
      return (await api.conferences[':id'].contributions.$get({ param: { id }, query })).json()
    },
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
    refetchInterval: pace(id, 10_000),
  })

/** How many stand where: of those I may see. */
export const contributionCountsOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'contributions', 'counts'],
    queryFn: async () => (await api.conferences[':id'].contributions.counts.$get({ param: { id } })).json(),
    refetchInterval: pace(id, 10_000),
  })

export const oneContribution = (id: string, ctb: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'contribution', ctb],
    queryFn: async () =>
      (await api.conferences[':id'].contributions[':ctb'].$get({ param: { id, ctb } })).json(),
    refetchInterval: pace(id, 10_000),
  })

/** Versions never change, so neither does what lies between two. */
export const changesBetween = (id: string, ctb: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['contribution changes', id, ctb, from, to],
    queryFn: async () => {
      const one = filing.conferences[':id'].contributions[':ctb'].versions.compare
      const query = { from: String(from), to: String(to) }
      return (await one.$get({ param: { id, ctb }, query })).json()
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
