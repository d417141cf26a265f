// What the samples of templates, series and agenda stand on.
import type { World } from './world.ts'

/** @param input of a conference */
export const makePlans = async ({ desk, ids }: World, input: object): Promise<void> => {
  ids.agenda = 'agd_reports'
  for (const name of ['template', 'template.retired']) {
    const { body } = await desk.post(`/api/conferences/${ids.draft}/save-as-template`, { name: 'Giao ban' })
    ids[name] = body.id
  }
  const series = { first: input, every: 'week', count: 2 }
  const { body } = await desk.post('/api/conferences/series', series)
  ids.series = body.id
  ids.occurrence = body.conferenceIds[0]
}
