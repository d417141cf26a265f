// A request that would succeed for every route about how records are kept.
import type { Sample } from './sample.ts'

const sealed = (more: Sample = {}): Sample => ({ in: 'sealed', params: { record: 'record' }, ...more })

const reason = 'Theo đề nghị của cơ quan điều tra'

export const keepingSamples: Record<string, Sample[]> = {
  'GET /api/archive/retention': [{ query: '?before=2100-01-01' }],
  'POST /api/archive/exports': [
    { body: () => ({ from: '2022-01-01T00:00:00Z', to: '2023-01-01T00:00:00Z' }) },
  ],
  'POST /api/archive/:record/retention': [sealed({ body: () => ({ class: 'years-20', reason }) })],
  'POST /api/archive/:record/hold': [sealed({ body: () => ({ reason }) })],
  'POST /api/archive/:record/hold/lift': [sealed({ body: () => ({ reason }) })],
}
