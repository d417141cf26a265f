// What is done with minutes as a whole: draft, submit, refuse, sign, seal.
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent, signing } from '#web/lib/api.ts'
import { patiently } from '#web/lib/patiently.ts'
import { useAct } from '#web/lib/useAct.ts'

export type MinutesAct = { act: 'draft' | 'submit' | 'sign' | 'seal' } | { act: 'refuse'; note: string }

const minutes = api.conferences[':id'].minutes

const perform = async (id: string, input: MinutesAct, key: string): Promise<unknown> => {
  const param = { id }
  const once = intent(key)
  switch (input.act) {
    case 'draft':
      return patiently('history-settling', () => minutes.draft.$post({ param }, once))
    case 'submit':
      return minutes.submit.$post({ param }, once)
    case 'refuse':
      return minutes.refuse.$post({ param, json: { note: input.note } }, once)
    case 'sign':
      return signing.conferences[':id'].minutes.sign.$post({ param }, once)
    case 'seal':
      return signing.conferences[':id'].minutes.seal.$post({ param }, once)
  }
}

export const useMinutesAct = (id: string) =>
  useAct((input: MinutesAct, key) => perform(id, input, key), [conferenceKey(id), ['archive']])
