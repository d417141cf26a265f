// One step aside or back: sent once however often it is tried, and everything of the conference asked again.
import type { Postponing } from '#functions/conferences/steps.schema.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { conferenceKey } from '../conference-queries.ts'
import { myConferences } from '../list-queries.ts'

type Told = { step: 'postpone'; json: Postponing } | { step: 'cancel' | 'reopen'; json: { reason: string } }

const take = (id: string, told: Told, key: string) => {
  const one = api.conferences[':id']
  const param = { id }
  return told.step === 'postpone'
    ? one.postpone.$post({ param, json: told.json }, intent(key))
    : one[told.step].$post({ param, json: told.json }, intent(key))
}

/** @returns the job that moves many points, where there is one */
export const useStep = (id: string) =>
  useAct(
    async (told: Told, key) =>
      (await take(id, told, key)).headers.get('location')?.match(/job_\w+/)?.[0] ?? null,
    [conferenceKey(id), myConferences.queryKey],
  )
