// The counts beside a public page: kept by readers for a minute, and by nobody longer.
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { hasObject, replaceObject } from '#functions/shared/objects.ts'
import { civilDay, shifted } from '#functions/shared/time.ts'
import { countVisitors, loadSums } from './counts-entity.ts'
import { onlineMs } from './log.rules.ts'
import { PublicCounts } from './public.schema.ts'

const keyOf = (slug: string): string => `ban-tin/${slug}/counts.json`

/** What stands now; of two who tell it at once the later has seen what both counted. */
export const tellCounts = async (slug: string): Promise<void> => {
  for (let told = ''; ; ) {
    const at = now().toISOString()
    const sums = await loadSums(slug, civilDay(at))
    const online = await countVisitors(slug, shifted(at, -onlineMs), at)
    const counts = PublicCounts.parse({ ...sums, online, at })
    const next = JSON.stringify([counts.total, counts.today, counts.online])
    if (next === told) return
    const body = Buffer.from(JSON.stringify(counts))
    await replaceObject(required('PUBLIC_BUCKET'), keyOf(slug), body, {
      type: 'application/json',
      kept: 'public, max-age=60',
    })
    told = next
  }
}

/** A page has its counts from the beginning, though nobody has opened it yet. */
export const beginCounts = async (slug: string): Promise<void> => {
  if (!(await hasObject(required('PUBLIC_BUCKET'), keyOf(slug)))) await tellCounts(slug)
}
