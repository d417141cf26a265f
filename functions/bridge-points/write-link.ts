// The one way a link is written: the link, its columns of the point's row, the events; all of this point alone.
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { putEvent, type RecordedEvent } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { linkItem, setColumns } from './entity.ts'
import { linkColumns } from './stays.rules.ts'
import type { Link, Point } from './stored.schema.ts'

/**
 * @param ref as `write` wants it @param link as it was loaded and marked: its version is the one read
 * @returns the link as stored
 * @throws Stale when somebody else wrote it meanwhile
 */
export const writeLink = async (
  actor: Actor,
  ref: string,
  point: Pick<Point, 'id' | 'conferenceId'>,
  link: Link,
  ...events: RecordedEvent[]
): Promise<Link> => {
  const next = { ...link, version: link.version + 1 }
  await write(
    actor,
    ref,
    putNext(linkItem(next)),
    setColumns(point, linkColumns(next, now().toISOString())),
    ...events.map(putEvent),
  )
  return next
}
