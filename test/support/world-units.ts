// For every route of units a request that would succeed, by the administrator.
import { uploadItem } from '#functions/files/entity.ts'
import { checked, newUpload } from '#functions/files/rules.ts'
import { now } from '#functions/shared/clock.ts'
import { newId, newUlid } from '#functions/shared/new-id.ts'
import { plant } from './plant.ts'
import type { Sample } from './sample.ts'
import type { World } from './world.ts'

/** A table that was checked, of whoever is to import it. */
const makeTable = async ({ ids }: World, sub = 'nobody'): Promise<void> => {
  const at = now().toISOString()
  const told = { name: 'don-vi.csv', type: 'text/csv' as const, bytes: 10, sha256: '0'.repeat(64) }
  const upload = newUpload({ id: newId('upl'), sub, at }, told)
  ids.table = upload.id
  await plant([uploadItem(checked(upload, at))])
}

const unit = { type: 'committee', parent: null, validFrom: '2020-01-01' }

const on = (more: Sample): Sample => ({ version: 1, ...more })

export const unitSamples: Record<string, Sample[]> = {
  'GET /api/units': [{}],
  'GET /api/units/:id': [{ params: { id: 'unit' } }],
  'POST /api/units': [{ body: () => ({ ...unit, name: `UBND ${newUlid()}` }) }],
  'PUT /api/units/:id': [
    on({
      params: { id: 'unit.corrected' },
      body: () => ({
        names: [{ name: 'Công an tỉnh Phú Yên', validFrom: '2008-08-01' }],
        types: [{ type: 'provincial-police', validFrom: '2008-08-01' }],
        parents: [{ parent: 'unt_bo-cong-an', validFrom: '2008-08-01' }],
        validFrom: '2008-08-01',
      }),
    }),
  ],
  'POST /api/units/:id/rename': [
    on({ params: { id: 'unit.renamed' }, body: () => ({ name: 'Công an tỉnh Mới', from: '2030-01-01' }) }),
  ],
  'POST /api/units/:id/move': [
    on({ params: { id: 'unit.moved' }, body: () => ({ type: 'other', from: '2030-01-01' }) }),
  ],
  'POST /api/units/:id/end': [
    on({
      params: { id: 'unit.ended' },
      body: () => ({ lastDay: '2029-12-31', successors: ['unt_bo-cong-an'] }),
    }),
  ],
  'POST /api/units/:id/absorb': [
    on({
      params: { id: 'unit.absorbing' },
      body: () => ({ units: [{ id: 'unt_ca-dien-bien', version: 1 }], on: '2030-01-01' }),
    }),
  ],
  'POST /api/units/imports': [
    { body: ({ ids }) => ({ uploadId: ids.table ?? newId('upl'), dryRun: true }), before: makeTable },
  ],
  'POST /api/units/exports': [{ body: () => ({}) }],
}

/** Seeds that these acts change, each its own. */
export const unitIds: Record<string, string> = {
  'unit.corrected': 'unt_ca-phu-yen',
  'unit.renamed': 'unt_ca-cao-bang',
  'unit.moved': 'unt_ca-lang-son',
  'unit.ended': 'unt_ca-lai-chau',
  'unit.absorbing': 'unt_ca-son-la',
}
