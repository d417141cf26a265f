// Access counts in the table: sums by day and in all, which log files are in them, and who was there these five minutes.
import * as z from 'zod'
import { all, type Item, type Key, load, type Operation, putNew, tableName } from '#functions/shared/table.ts'

const partition = (slug: string) => `BULLETINCOUNT#${slug}`
const sumKey = (slug: string, of: string): Key => ({ pk: partition(slug), sk: `SUM#${of}` })

const Sum = z.object({ sum: z.number() })

const loadSum = async (slug: string, of: string): Promise<number> =>
  (await load(sumKey(slug, of), Sum))?.sum ?? 0

/** @param day civil day in Việt Nam */
export const loadSums = async (slug: string, day: string) => {
  const [total, today] = await Promise.all([loadSum(slug, 'total'), loadSum(slug, day)])
  return { total, today }
}

const added = (slug: string, of: string, count: number): Operation => ({
  Update: {
    TableName: tableName(),
    Key: sumKey(slug, of),
    UpdateExpression: 'SET #type = :type ADD #sum :count',
    ExpressionAttributeNames: { '#type': 'type', '#sum': 'sum' },
    ExpressionAttributeValues: { ':type': 'bulletin-sum', ':count': count },
  },
})

const daySeconds = 86_400

/** Notices of a file repeat for a day, out of the dead letters for a fortnight: for sixty days it is known. */
export const counting = (
  { slug, file, seconds }: { slug: string; file: string; seconds: number },
  days: ReadonlyMap<string, number>,
): Operation[] => {
  const total = [...days.values()].reduce((sum, count) => sum + count, 0)
  return [
    putNew({ pk: partition(slug), sk: `FILE#${file}`, type: 'bulletin-log', ttl: seconds + 60 * daySeconds }),
    ...[...days].map(([day, count]) => added(slug, day, count)),
    added(slug, 'total', total),
  ]
}

/** A visitor by what the day's salt makes of them. */
export const visitorItem = (slug: string, visitor: string, at: string): Item => ({
  pk: partition(slug),
  sk: `SEEN#${at}#${visitor}`,
  type: 'bulletin-visitor',
  visitor,
  ttl: Math.floor(Date.parse(at) / 1000) + daySeconds,
})

const Seen = z.object({ visitor: z.string() })

/** How many were seen between two instants. */
export const countVisitors = async (slug: string, from: string, to: string): Promise<number> => {
  const seen = await all({ pk: partition(slug), between: { from: `SEEN#${from}`, to: `SEEN#${to}#~` } }, Seen)
  return new Set(seen.map(({ visitor }) => visitor)).size
}

const saltKey = (day: string): Key => ({ pk: 'BULLETINSALT', sk: day })
const Salt = z.object({ salt: z.string() })

export const findSalt = async (day: string): Promise<string | undefined> =>
  (await load(saltKey(day), Salt))?.salt

/** Forgotten after two days: then nobody can tell any more who a hash was. */
export const saltItem = (day: string, salt: string, seconds: number): Item => ({
  ...saltKey(day),
  type: 'bulletin-salt',
  salt,
  ttl: seconds + 2 * daySeconds,
})
