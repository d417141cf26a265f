// What scheduling asks of the API: templates, the points a choice means, and how far a job is.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api.ts'
import { conferenceKey } from '../conference-queries.ts'

export const templatesKey = ['templates'] as const

export const templatesOf = (unit: string) =>
  queryOptions({
    queryKey: [...templatesKey, unit],
    queryFn: async () => (await api.conferences.templates.$get({ query: { unit } })).json(),
  })

export type Selection = { all: 'provincial-police' | 'communes'; of?: string }

/** Which units a choice means for this conference, and which have a point already. */
export const pointsMeant = (id: string, selection: Selection) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'points meant', selection],
    queryFn: async () =>
      (
        await api.conferences[':id']['bridge-points'].preview.$get({ param: { id }, query: selection })
      ).json(),
  })

/** The units of a day to choose from: the provincial police, or what some words find. */
export const unitsOffered = (q: string, on: string) =>
  queryOptions({
    queryKey: ['units offered', q, on],
    queryFn: async () =>
      (
        await api.units.$get({
          query: q ? { q, on, limit: '30' } : { type: 'provincial-police', on, limit: '100' },
        })
      ).json(),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

const askAgainMs = 700

export const jobOf = (id: string) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: async () => (await api.jobs[':id'].$get({ param: { id } })).json(),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : askAgainMs),
  })
