// Bulletins in the table: one a conference, and a line of the public list beside.
import * as z from 'zod'
import { conferencePartition } from '#functions/conferences/entity.ts'
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load, loadMany } from '#functions/shared/table.ts'
import { PublicEntry } from './public.schema.ts'
import { Bulletin } from './schema.ts'

const key = (conferenceId: string): Key => ({
  pk: `${conferencePartition(conferenceId)}#BULLETIN`,
  sk: 'BULLETIN',
})

export const bulletinItem = (bulletin: Bulletin): Item & { version: number } => ({
  ...bulletin,
  ...key(bulletin.conferenceId),
  type: 'bulletin',
})

export const findBulletin = (conferenceId: string): Promise<Bulletin | undefined> =>
  load(key(conferenceId), Bulletin)

/** @throws Problem `bulletin-missing` */
export const loadBulletin = async (conferenceId: string): Promise<Bulletin> => {
  const bulletin = await findBulletin(conferenceId)
  if (!bulletin) throw new Problem('bulletin-missing')
  return bulletin
}

const list = 'BULLETINS'

/** Lines are kept when a page is taken down, and say so: nothing deletes them. */
const Line = z.object({ entry: PublicEntry, listed: z.boolean() })

export const lineItem = (entry: PublicEntry, listed: boolean): Item => ({
  pk: list,
  sk: entry.slug,
  type: 'bulletin-line',
  entry,
  listed,
})

const standing = (lines: z.infer<typeof Line>[]): PublicEntry[] =>
  lines.flatMap(({ entry, listed }) => (listed ? [entry] : []))

/** What is public now. */
export const loadEntries = async (): Promise<PublicEntry[]> => standing(await all({ pk: list }, Line))

/** Those of these addresses that are public now. */
export const loadListed = async (slugs: readonly string[]): Promise<PublicEntry[]> =>
  standing(
    await loadMany(
      [...new Set(slugs)].map((sk) => ({ pk: list, sk })),
      Line,
    ),
  )
