// One act on the API: keeps the idempotency key of an intent until it succeeds, then refetches what is shown.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ApiProblem } from './problem.ts'

/**
 * @param perform does the act with the key given; the same input repeated after a failure carries the same key
 * @param stale the query keys to refetch afterwards
 */
export const useAct = <Input, Output>(
  perform: (input: Input, key: string) => Promise<Output>,
  stale: readonly (readonly unknown[])[],
) => {
  const client = useQueryClient()
  const keys = useRef(new Map<string, string>())
  return useMutation<Output, ApiProblem, Input>({
    mutationFn: async (input) => {
      const same = JSON.stringify(input) ?? ''
      const key = keys.current.get(same) ?? crypto.randomUUID()
      keys.current.set(same, key)
      const output = await perform(input, key)
      keys.current.delete(same)
      return output
    },
    // A failure is said at once: refetching over a lost line takes its time.
    onSettled: async (_output, failure) => {
      const fresh = Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })))
      if (!failure) await fresh
    },
  })
}
