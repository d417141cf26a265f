// How long the line takes there and back, by a few small questions to the API.
import { useQuery } from '@tanstack/react-query'
import { api } from '#web/lib/api.ts'
import { lineVerdict, middleOf, type Verdict } from './checks.rules.ts'

const questions = 5

const roundTrip = async (id: string): Promise<number> => {
  const from = performance.now()
  await api.conferences[':id'].room.$get({ param: { id } })
  return performance.now() - from
}

/** The first opens the connection: it is not counted. */
const measured = async (id: string): Promise<number | null> => {
  const times: number[] = []
  for (let asked = 0; asked <= questions; asked++) times.push(await roundTrip(id))
  return middleOf(times.slice(1)) ?? null
}

export type Line = { roundTripMs?: number; verdict?: Verdict; again: () => void }

export const useLine = (conferenceId: string): Line => {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['line', conferenceId],
    queryFn: () => measured(conferenceId),
    staleTime: 60_000,
    retry: false,
  })
  const again = () => void refetch()
  if (isFetching) return { again }
  if (error) return { verdict: 'fail', again }
  if (typeof data !== 'number') return { again }
  return { roundTripMs: data, verdict: lineVerdict(data), again }
}
