// For every route of the API a request that would succeed, by the right person: what to touch, and how it relates to roles.
import type { Touched } from '#functions/grants/rules.ts'
import { updateIndex } from '#functions/search/update-index.ts'
import { host, unit } from './conference.ts'
import { type Sample, session } from './sample.ts'
import { attendanceSamples } from './samples-attendance.ts'
import { bulletinSamples } from './samples-bulletins.ts'
import { conferenceSamples } from './samples-conferences.ts'
import { floorSamples } from './samples-floor.ts'
import { importSamples } from './samples-imports.ts'
import { keepingSamples } from './samples-keeping.ts'
import { linkSamples } from './samples-links.ts'
import { minutesSamples } from './samples-minutes.ts'
import { outcomeSamples } from './samples-outcomes.ts'
import { personalSamples } from './samples-personal.ts'
import { pointSamples } from './samples-points.ts'
import { recordingSamples } from './samples-recordings.ts'
import { conferenceInput, type World } from './world.ts'
import { contributionSamples } from './world-contributions.ts'
import { directorySamples } from './world-directory.ts'
import { fileSamples } from './world-files.ts'
import { unitSamples } from './world-units.ts'

const sealed = (more: Sample = {}): Sample => ({ in: 'sealed', params: { record: 'record' }, ...more })

const listed: Sample = { lists: { ids: ({ items }) => items.map(({ id }) => id), expected: 'record' } }

/** As the writer does when it hears of the seal. */
const indexed = ({ ids }: World) => updateIndex([{ conference: ids.sealed ?? '' }])

const giving = (
  role: string,
  scope: (world: World) => string,
  touches: (world: World) => Touched,
): Sample => ({
  body: (world) => ({ personId: world.ids['person.linked'], role, scope: scope(world) }),
  touches,
})

const ofDraft = ({ ids }: World): Touched => ({ conference: ids.draft, host })

/** By method and path, as the apps name their routes. */
export const samples: Record<string, Sample[]> = {
  'GET /api/me': [{}],
  'POST /api/grants': [
    giving('chair', ({ ids }) => `conference:${ids.draft}`, ofDraft),
    giving(
      'observer',
      () => `unit:${unit}`,
      () => ({}),
    ),
    giving(
      'archivist',
      () => '*',
      () => ({}),
    ),
  ],
  ...unitSamples,
  'GET /api/persons': [{}],
  'POST /api/persons': [{ body: () => ({ name: 'Lê Văn C' }) }],
  'GET /api/persons/:id': [{ params: { id: 'person' } }],
  'POST /api/persons/:id/account': [{ params: { id: 'person.unlinked' }, body: () => ({ sub: 'sub-a' }) }],

  ...directorySamples,
  ...fileSamples,
  'GET /api/jobs': [{}],
  'GET /api/jobs/:id': [{ params: { id: 'job' } }],
  'POST /api/jobs/:id/cancel': [{ params: { id: 'job' } }],

  'GET /api/conferences': [{}],
  'POST /api/conferences': [{ body: () => conferenceInput, touches: () => ({ host }) }],
  'GET /api/conferences/:id': [session()],
  'PUT /api/conferences/:id': [{ in: 'edited', body: () => conferenceInput, version: 1 }],
  'POST /api/conferences/:id/schedule': [{ in: 'draft' }],
  'POST /api/conferences/:id/open': [{ in: 'scheduled', body: () => ({ confirmed: true }) }],
  'POST /api/conferences/:id/start': [{ in: 'open' }],
  'POST /api/conferences/:id/close': [{ in: 'closing' }],
  'GET /api/conferences/:id/events': [session()],

  ...conferenceSamples,

  'GET /api/conferences/:id/board': [session()],
  ...pointSamples,
  ...linkSamples,
  ...attendanceSamples,
  ...recordingSamples,

  ...contributionSamples,

  ...floorSamples,
  ...personalSamples,
  ...outcomeSamples,
  ...bulletinSamples,

  ...minutesSamples,

  ...importSamples,
  'GET /api/archive/checkpoints': [{}],
  'GET /api/archive/keys': [{}],
  'GET /api/archive': [sealed(listed)],
  'GET /api/archive/search': [sealed({ ...listed, before: indexed })],
  ...keepingSamples,
  'GET /api/archive/:record': [sealed()],
  'GET /api/archive/:record/verify': [sealed()],
  'GET /api/archive/:record/record.json': [sealed()],
  'GET /api/archive/:record/file': [sealed()],
  'GET /api/archive/:record/sheet': [sealed()],
  'GET /api/archive/:record/annexes/:annex': [sealed({ params: { record: 'record', annex: 'annex' } })],
  'GET /api/archive/:record/documents/:sha256': [sealed({ params: { record: 'record', sha256: 'printed' } })],
  'GET /api/archive/:record/compare/:other': [sealed({ params: { record: 'record', other: 'record' } })],
  'POST /api/archive/:record/packages': [sealed({ body: () => ({}) })],
  'POST /api/archive/:record/extracts': [sealed({ body: () => ({ pointId: 'bpt_ca-ninh-binh' }) })],
}

/** The path of a route with the world's ids in it. */
export const pathOf = (route: string, sample: Sample, { ids }: World): string => {
  const path = route.slice(route.indexOf(' ') + 1)
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const id = ids[sample.params?.[name] ?? (name === 'id' ? (sample.in ?? '') : '')]
    if (!id) throw new Error(`${route}: the sample has no ${name}`)
    return id
  })
  return filled + (sample.query ?? '')
}
