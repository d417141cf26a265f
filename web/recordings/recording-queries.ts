// Recordings and the live stream as asked of the API.
import { queryOptions } from '@tanstack/react-query'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, filing, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'

const one = api.conferences[':id']

export const recordingsOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'recordings'],
    queryFn: async () => (await one.recordings.$get({ param: { id } })).json(),
    refetchInterval: 5_000,
  })

export type Recordings = Awaited<ReturnType<NonNullable<ReturnType<typeof recordingsOf>['queryFn']>>>
export type Recording = Recordings['items'][number]
export type Mark = Recording['marks'][number]

export const liveStreamOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'live-stream'],
    queryFn: async () => (await one['live-stream'].$get({ param: { id } })).json(),
    refetchInterval: 5_000,
  })

type Verb = 'start' | 'stop'

export const useRecording = (id: string) =>
  useAct(
    (verb: Verb, key): Promise<unknown> => one.recordings[verb].$post({ param: { id } }, intent(key)),
    [recordingsOf(id).queryKey],
  )

export const useStreaming = (id: string) =>
  useAct(
    (verb: Verb, key): Promise<unknown> => one['live-stream'][verb].$post({ param: { id } }, intent(key)),
    [liveStreamOf(id).queryKey],
  )

/** An address of the store to play or save from; it ends after a quarter of an hour. Who opens it is told. */
export const addressOf = async (id: string, rcd: string): Promise<string> => {
  const answer = await filing.conferences[':id'].recordings[':rcd'].file.$get(
    { param: { id, rcd } },
    { headers: { accept: 'application/json' } },
  )
  return ((await answer.json()) as { url: string }).url
}
