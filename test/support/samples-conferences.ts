// Samples of the routes of agenda, postponement, copies, templates, series and notices.
import { host } from './conference.ts'
import type { Sample } from './sample.ts'
import { conferenceInput, type World } from './world.ts'

const nothing = {}
const ofHost = () => ({ host })
const reason = { reason: 'Nhầm thao tác' }
const inNovember = { startsAt: '2022-11-30T14:00:00+07:00' }

const item = (more: Sample): Sample => ({
  in: 'chaired',
  params: { item: 'agenda' },
  body: () => nothing,
  ...more,
})

const begin = ({ desk, ids }: World) =>
  desk.post(`/api/conferences/${ids.chaired}/agenda/items/${ids.agenda}/start`)

const ofOccurrence = ({ ids }: World) => ({ conference: ids.occurrence, host })

/** Calendar files name where the product is reached. */
const reachable = async () => {
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:8080'
}

export const conferenceSamples: Record<string, Sample[]> = {
  'GET /api/conferences/:id/agenda': [{ in: 'session' }],
  'PUT /api/conferences/:id/agenda': [
    { in: 'edited', body: () => ({ items: conferenceInput.agenda }), version: 0 },
  ],
  'POST /api/conferences/:id/agenda/items/:item/start': [item({})],
  'POST /api/conferences/:id/agenda/items/:item/end': [item({ before: begin })],
  'POST /api/conferences/:id/postpone': [{ in: 'postponing', body: () => ({ ...reason, ...inNovember }) }],
  'POST /api/conferences/:id/cancel': [{ in: 'cancelling', body: () => reason }],
  'POST /api/conferences/:id/reopen': [{ in: 'reopening', body: () => reason }],
  'POST /api/conferences/:id/take-chair': [{ in: 'chaired', body: () => nothing }],
  'GET /api/conferences/:id/openings': [{ in: 'session' }],

  'GET /api/conferences/templates': [{ query: `?unit=${host}`, touches: ofHost }],
  'GET /api/conferences/templates/:template': [{ params: { template: 'template' }, touches: ofHost }],
  'POST /api/conferences/templates/:template/draft': [
    { params: { template: 'template' }, body: () => inNovember, touches: ofHost },
  ],
  'POST /api/conferences/templates/:template/retire': [
    { params: { template: 'template.retired' }, body: () => nothing, touches: ofHost },
  ],
  'POST /api/conferences/:id/save-as-template': [{ in: 'draft', body: () => ({ name: 'Giao ban' }) }],
  'POST /api/conferences/:id/clone': [{ in: 'draft', body: () => inNovember, touches: ofHost }],
  'POST /api/conferences/series': [
    { body: () => ({ first: conferenceInput, every: 'week', count: 2 }), touches: ofHost },
  ],
  'GET /api/conferences/series/:series': [{ params: { series: 'series' }, touches: ofHost }],
  'PUT /api/conferences/:id/following': [
    { params: { id: 'occurrence' }, body: () => conferenceInput, version: 1, touches: ofOccurrence },
  ],

  'GET /api/conferences/:id/notices': [{ in: 'session' }],
  'POST /api/conferences/:id/notices': [{ in: 'session', body: () => ({ text: 'Giải lao 10 phút' }) }],
  'GET /api/conferences/:id/invitations': [{ in: 'session' }],
  'POST /api/conferences/:id/remind': [{ in: 'scheduled', body: () => nothing }],
  'GET /api/conferences/:id/calendar.ics': [{ in: 'session', before: reachable }],
}
