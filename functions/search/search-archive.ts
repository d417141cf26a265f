// Full text over sealed records and contributions: what the actor may find of it, the best first, a page at a time.
import { loadAllUnits } from '#functions/directory/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { civilDay } from '#functions/shared/time.ts'
import { unknownYear } from './document.rules.ts'
import type { SearchQuery } from './schema.ts'
import { type Page, searchFiles } from './search-files.ts'
import { readYears } from './shelf.ts'
import { standingOf } from './standing.ts'

const inPeriod =
  ({ from, to }: SearchQuery) =>
  (year: string): boolean => {
    if (year === unknownYear) return !from && !to
    return (!from || year >= civilDay(from).slice(0, 4)) && (!to || year <= civilDay(to).slice(0, 4))
  }

/**
 * A page of what the actor may find.
 * @param after where the page before ended
 * @throws Problem `not-allowed`, `search-unavailable`
 */
export const searchArchive = async (
  actor: Pick<Actor, 'grants'>,
  query: SearchQuery,
  after: string | undefined,
): Promise<Page> => {
  const standing = standingOf(actor)
  const units = query.q || query.unit ? await loadAllUnits() : []
  const files = await readYears(inPeriod(query))
  return searchFiles({ files, query, standing, units }, after)
}
