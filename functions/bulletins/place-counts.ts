// The counts beside a public page: kept by readers for a minute, and by nobody longer.
import { required } from '#functions/shared/config.ts'
import { replaceObject } from '#functions/shared/objects.ts'
import type { PublicCounts } from './public.schema.ts'

export const putCounts = (slug: string, counts: PublicCounts): Promise<void> =>
  replaceObject(
    required('PUBLIC_BUCKET'),
    `ban-tin/${slug}/counts.json`,
    Buffer.from(JSON.stringify(counts)),
    { type: 'application/json', kept: 'public, max-age=60' },
  )
