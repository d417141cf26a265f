// Puts a message where its query's `structuralSharing` decides what is held after it: the one door, answers' too.
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Refetching } from './refetching.ts'

/**
 * For `structuralSharing`, which is also asked about what a `select` makes of the data: that is left as it is.
 * @param hold takes what is held and what came, an answer or a message
 * @param mark a field by which an answer is known
 */
export const through =
  <Held, Input>(hold: (held: Held | undefined, input: Input) => Held, mark: string) =>
  (held: unknown, input: unknown): unknown =>
    typeof input === 'object' && input !== null && ('told' in input || mark in input)
      ? hold(held as Held | undefined, input as Input)
      : input

/** Where nothing is held yet, the answer on its way may be older than the message: it is asked for again. */
export const tell = (client: QueryClient, refetching: Refetching, key: QueryKey, message: object): void => {
  const state = client.getQueryState(key)
  if (state?.data !== undefined) client.setQueryData<unknown>(key, message)
  else if (state) refetching.one(key)
}
