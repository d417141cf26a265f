// Attendance over time of a large conference, kept for a while where every process finds it: of the thousands who look at
// it one reads the log. It stands among the snapshots: what is kept can be read again.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { database } from '#functions/shared/table.ts'
import { Series } from './over-time.schema.ts'

/** A smaller conference is read anew each time: that is quick, and shows an act at once. */
export const largePoints = 300

/** How old what is answered may be, and how long whoever reads it anew may take before another one does. */
const freshMs = 30_000
const readingMs = 20_000

/** Which series: `session` tells when it began and ended, for a start or a close may be undone. */
export type SeriesOf = { conferenceId: string; session: string; step: number }

const Kept = z.object({ session: z.string(), until: z.string(), series: Series })

const keyOf = ({ conferenceId, step }: SeriesOf) => ({ pk: `OVER-TIME#${conferenceId}`, sk: `${step}` })
const table = () => required('SNAPSHOTS_TABLE')
const inMs = (ms: number) => new Date(now().getTime() + ms).toISOString()

const find = async (of: SeriesOf) => {
  const { Item } = await database().send(new GetCommand({ TableName: table(), Key: keyOf(of) }))
  const kept = Item && Kept.parse(Item)
  return kept?.session === of.session ? kept : undefined
}

/** Whether it is for this process to read it anew; all others answer what is kept until it has. */
const isOurs = async (of: SeriesOf, seen: string): Promise<boolean> => {
  const command = new UpdateCommand({
    TableName: table(),
    Key: keyOf(of),
    UpdateExpression: 'SET #until = :next',
    ConditionExpression: '#until = :seen',
    ExpressionAttributeNames: { '#until': 'until' },
    ExpressionAttributeValues: { ':next': inMs(readingMs), ':seen': seen },
  })
  try {
    await database().send(command)
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

type Read = () => Promise<{ series: Series; points: number }>

const keptOrRead = async (of: SeriesOf, read: Read): Promise<Series> => {
  const kept = await find(of)
  if (kept && (kept.until > inMs(0) || !(await isOurs(of, kept.until)))) return kept.series
  const { series, points } = await read()
  if (points >= largePoints) {
    const Item = { ...keyOf(of), session: of.session, until: inMs(freshMs), series }
    await database().send(new PutCommand({ TableName: table(), Item }))
  }
  return series
}

const underWay = new Map<string, Promise<Series>>()

/** The series as kept, or read anew: by one reader of this process at a time, the others wait for it. */
export const keptSeries = (of: SeriesOf, read: Read): Promise<Series> => {
  const key = `${of.conferenceId} ${of.session} ${of.step}`
  const known = underWay.get(key)
  if (known) return known
  const made = keptOrRead(of, read).finally(() => underWay.delete(key))
  underWay.set(key, made)
  return made
}
