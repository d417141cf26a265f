// Pages of a point that are open on the live channel: told by the channel, kept apart from the media link.
import * as z from 'zod'
import { all } from '#functions/shared/table.ts'
import { expiry, putLater } from './heard.ts'
import type { PagesShown, PresenceInput } from './link.schema.ts'
import { pointPartition } from './point-key.rules.ts'

/** A page that is not heard of for a day is gone, whatever was lost. */
const keptSeconds = 24 * 3600

/** The channel counts a client's connections anew once it was away for an hour. */
const countedAnewMs = 3_600_000

const Page = z.object({ page: z.string(), state: z.enum(['connected', 'disconnected']), at: z.string() })

/** Of one connection the end comes after the beginning, in whatever order they arrive. */
const orderOf = ({ version, state }: PresenceInput): number =>
  version * 2 + (state === 'disconnected' ? 1 : 0)

/** Keeps what is so of one page: the connection with the highest number, and its end if that was told. */
export const putPage = (
  conferenceId: string,
  pointId: string,
  presence: PresenceInput,
  at: string,
): Promise<void> =>
  putLater(
    {
      ...presence,
      pk: pointPartition(conferenceId, pointId),
      sk: `PAGE#${presence.page}`,
      type: 'page',
      at,
      order: orderOf(presence),
      ttl: expiry(at, keptSeconds),
    },
    {
      condition: '(#session <> :session AND #at < :longAgo)',
      names: { '#session': 'session', '#at': 'at' },
      values: {
        ':session': presence.session,
        ':longAgo': new Date(Date.parse(at) - countedAnewMs).toISOString(),
      },
    },
  )

/** How many pages of a point are open. */
export const loadPages = async (conferenceId: string, pointId: string): Promise<PagesShown> => {
  const pages = await all({ pk: pointPartition(conferenceId, pointId), begins: 'PAGE#' }, Page)
  const since = pages
    .map(({ at }) => at)
    .sort()
    .at(-1)
  return {
    connected: pages.filter(({ state }) => state === 'connected').length,
    ...(since ? { since } : {}),
  }
}
