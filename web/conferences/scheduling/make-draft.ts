// Makes the draft that a form tells: from nothing, as a series, or like a template or another conference.
import type { ConferenceInput } from '#functions/conferences/acts.schema.ts'
import { api, intent } from '#web/lib/api.ts'

export type Repeat = { every: 'week' | 'month' | 'quarter'; count: number }

export type Told = {
  input: ConferenceInput
  /** Every provincial police gets a bridge point. */
  allPoints: boolean
  repeat?: Repeat
}

export type Made = { id: string; pointsFailed: boolean }

/** The draft stands whether or not its points could be given: the page of the draft offers them again. */
const givePoints = async (id: string, key: string): Promise<boolean> => {
  const points = api.conferences[':id']['bridge-points']
  return points.$post({ param: { id }, json: { all: 'provincial-police' } }, intent(key)).then(
    () => true,
    () => false,
  )
}

const draftOne = async (input: ConferenceInput, key: string): Promise<string> =>
  (await (await api.conferences.$post({ json: input }, intent(key))).json()).id

const draftSeries = async (first: ConferenceInput, repeat: Repeat, key: string): Promise<string> => {
  const series = await (
    await api.conferences.series.$post({ json: { first, ...repeat } }, intent(key))
  ).json()
  return series.conferenceIds[0] ?? ''
}

/** @param key makes a repeat of the same draft harmless */
export const makeDraft = async ({ input, allPoints, repeat }: Told, key: string): Promise<Made> => {
  const id = repeat ? await draftSeries(input, repeat, key) : await draftOne(input, key)
  const given = allPoints ? await givePoints(id, key) : true
  return { id, pointsFailed: !given }
}

export type Copy = { source: string; startsAt: string; title?: string[] }

export const makeCopy = async ({ source, ...json }: Copy, key: string): Promise<Made> => {
  const { conferences } = api
  const answer = source.startsWith('tpl_')
    ? await conferences.templates[':template'].draft.$post({ param: { template: source }, json }, intent(key))
    : await conferences[':id'].clone.$post({ param: { id: source }, json }, intent(key))
  return { id: (await answer.json()).id, pointsFailed: false }
}
