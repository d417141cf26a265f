// Grants as asked of the API: those over a scope, or those of a person.
import { queryOptions } from '@tanstack/react-query'
import type { Scope } from '#functions/grants/schema.ts'
import { api } from '#web/lib/api.ts'

export const grantsKey = ['grants'] as const

export type GrantsSought = { person: string } | { scope: Scope }

export const grantsFound = (sought: GrantsSought) =>
  queryOptions({
    queryKey: [...grantsKey, sought],
    queryFn: async () => (await api.grants.$get({ query: sought })).json(),
  })
