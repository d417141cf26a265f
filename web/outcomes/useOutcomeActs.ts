// Enters, words anew and takes back an outcome of any kind.
import type { Inputs, OutcomeKind } from '#functions/outcomes/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'

const one = api.conferences[':id']

type Entry = { [K in OutcomeKind]: { kind: K; input: Inputs[K] } }[OutcomeKind]
export type Saving = Entry & { item?: { id: string; version: number } | undefined }

const record = (id: string, entry: Entry, key: string): Promise<unknown> => {
  const param = { id }
  switch (entry.kind) {
    case 'directive':
      return one.directives.$post({ param, json: entry.input }, intent(key))
    case 'commendation':
      return one.commendations.$post({ param, json: entry.input }, intent(key))
    case 'figure':
      return one.figures.$post({ param, json: entry.input }, intent(key))
    case 'citation':
      return one.citations.$post({ param, json: entry.input }, intent(key))
  }
}

const revise = (param: { id: string; item: string }, version: number, entry: Entry): Promise<unknown> => {
  const match = { headers: { 'if-match': `"${version}"` } }
  switch (entry.kind) {
    case 'directive':
      return one.directives[':item'].$put({ param, json: entry.input }, match)
    case 'commendation':
      return one.commendations[':item'].$put({ param, json: entry.input }, match)
    case 'figure':
      return one.figures[':item'].$put({ param, json: entry.input }, match)
    case 'citation':
      return one.citations[':item'].$put({ param, json: entry.input }, match)
  }
}

export const useSaveOutcome = (id: string) =>
  useAct(
    ({ item, ...entry }: Saving, key) =>
      item ? revise({ id, item: item.id }, item.version, entry) : record(id, entry, key),
    [conferenceKey(id)],
  )

const plurals = {
  directive: 'directives',
  commendation: 'commendations',
  figure: 'figures',
  citation: 'citations',
} as const

export const useWithdrawOutcome = (id: string) =>
  useAct(
    ({ kind, item, reason }: { kind: OutcomeKind; item: string; reason: string }, key): Promise<unknown> =>
      one[plurals[kind]][':item'].withdraw.$post({ param: { id, item }, json: { reason } }, intent(key)),
    [conferenceKey(id)],
  )
