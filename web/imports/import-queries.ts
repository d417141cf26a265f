// Past conferences entered from documents, as asked of the API, and what is done with them.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { SettleInput } from '#functions/imports/schema.ts'
import { api, intent, signing } from '#web/lib/api.ts'
import { patiently } from '#web/lib/patiently.ts'
import { useAct } from '#web/lib/useAct.ts'

const { imports } = api.archive

export const importsEntered = infiniteQueryOptions({
  queryKey: ['imports'],
  queryFn: async ({ pageParam }) =>
    (await imports.$get({ query: pageParam ? { cursor: pageParam } : {} })).json(),
  initialPageParam: '',
  getNextPageParam: ({ cursor }) => cursor,
})

export const oneImport = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: async () => (await imports[':id'].$get({ param: { id } })).json(),
  })

export type ImportAct =
  | { act: 'seal' }
  | { act: 'withdraw'; reason: string }
  | ({ act: 'settle' } & SettleInput)

/** The seal waits for the printed files. */
const seal = (id: string, key: string): Promise<unknown> =>
  patiently('documents-pending', () =>
    signing.archive.imports[':id'].seal.$post({ param: { id } }, intent(key)),
  )

const perform = async (id: string, input: ImportAct, key: string): Promise<unknown> => {
  const param = { id }
  const once = intent(key)
  if (input.act === 'seal') return seal(id, key)
  if (input.act === 'withdraw')
    return imports[':id'].withdraw.$post({ param, json: { reason: input.reason } }, once)
  const { act: _, ...json } = input
  return imports[':id'].settle.$post({ param, json }, once)
}

export const useImportAct = (id: string) =>
  useAct((input: ImportAct, key) => perform(id, input, key), [['imports'], ['archive']])
