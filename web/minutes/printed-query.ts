// The printed pages: ordered as long work, followed until they are set, and fetched as pictures.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { isOver } from '#web/jobs/job-queries.ts'
import { api, filing, intent } from '#web/lib/api.ts'
import { ApiProblem } from '#web/lib/problem.ts'

export type Printed = { pages: string[]; pageCount?: number }

const askMs = 700

const later = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, askMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })

const finished = async (id: string, signal: AbortSignal): Promise<void> => {
  for (;;) {
    const job = await (await api.jobs[':id'].$get({ param: { id } })).json()
    if (job.state === 'done') return
    if (isOver(job)) throw new ApiProblem('job-interrupted', 0)
    await later(signal)
  }
}

const resultOf = async (id: string, signal: AbortSignal): Promise<Printed> => {
  const json = { headers: { accept: 'application/json' } }
  const told = await (await filing.jobs[':id'].result.$get({ param: { id } }, json)).json()
  return (await fetch((told as { url: string }).url, { signal })).json()
}

/** @param version of the minutes: an edit makes other pages; those of before are shown while they are set */
export const printedOf = (id: string, version: number) =>
  queryOptions({
    queryKey: ['printed', ...conferenceKey(id), version],
    queryFn: async ({ signal }) => {
      const ordered = await api.conferences[':id'].minutes.preview.$post(
        { param: { id } },
        intent(crypto.randomUUID()),
      )
      const { jobId } = await ordered.json()
      await finished(jobId, signal)
      return resultOf(jobId, signal)
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  })
