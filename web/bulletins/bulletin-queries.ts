// The bulletin as asked of the API, and every act on it.
import { queryOptions } from '@tanstack/react-query'
import type { BulletinInput, PhotoInput } from '#functions/bulletins/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, filing, intent } from '#web/lib/api.ts'
import { ApiProblem } from '#web/lib/problem.ts'
import { useAct } from '#web/lib/useAct.ts'

const one = api.conferences[':id'].bulletin

/** Null while nobody has drafted any. */
export const bulletinOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'bulletin'],
    queryFn: async () => {
      try {
        return await (await one.$get({ param: { id } })).json()
      } catch (error) {
        if (error instanceof ApiProblem && error.slug === 'bulletin-missing') return null
        throw error
      }
    },
    refetchInterval: 5_000,
  })

export type BulletinShown = NonNullable<
  Awaited<ReturnType<NonNullable<ReturnType<typeof bulletinOf>['queryFn']>>>
>

const most = 900

/** Small enough for the page that shows it: the page may show no picture of the store, only data of its own. */
const shrunk = async (bytes: Blob): Promise<string> => {
  const picture = await createImageBitmap(bytes)
  const scale = Math.min(1, most / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.8)
}

/** A picture as uploaded, turned as it is looked at. */
export const pictureOf = (id: string, photo: string) =>
  queryOptions({
    queryKey: ['bulletin-picture', id, photo],
    queryFn: async () => {
      const answer = await filing.conferences[':id'].bulletin.photos[':photo'].file.$get(
        { param: { id, photo } },
        { headers: { accept: 'application/json' } },
      )
      const { url } = (await answer.json()) as { url: string }
      return shrunk(await (await fetch(url)).blob())
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

type Verb =
  | { act: 'draft' | 'submit' }
  | { act: 'approve'; version: number }
  | { act: 'return'; version: number; note: string }
  | { act: 'withdraw'; reason: string }
  | { act: 'save'; version: number; input: BulletinInput }
  | { act: 'photo'; input: PhotoInput }

/** Done to the version that was read, and to no other. */
const to = (version: number, more: object = {}) => ({ headers: { ...more, 'if-match': `"${version}"` } })

const perform = (id: string, verb: Verb, key: string): Promise<unknown> => {
  const param = { id }
  const { headers } = intent(key)
  switch (verb.act) {
    case 'draft':
      return one.$post({ param }, intent(key))
    case 'submit':
      return one.submit.$post({ param }, intent(key))
    case 'approve':
      return one.approve.$post({ param }, to(verb.version, headers))
    case 'return':
      return one.return.$post({ param, json: { note: verb.note } }, to(verb.version, headers))
    case 'withdraw':
      return one.withdraw.$post({ param, json: { reason: verb.reason } }, intent(key))
    case 'save':
      return one.$put({ param, json: verb.input }, to(verb.version))
    case 'photo':
      return one.photos.$post({ param, json: verb.input }, intent(key))
  }
}

export const useBulletinAct = (id: string) =>
  useAct((verb: Verb, key) => perform(id, verb, key), [bulletinOf(id).queryKey])
