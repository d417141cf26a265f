// Bench `storm`: roll calls of 3,353 points, 50 delegates and an operator each, through the whole API, against raw
// transactions that write the very same items to the same store. Every operator calls for the first time, as in a real
// storm: token and grants are new to the API. Rounds of some hundred points, each by the house and then raw.
import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { api } from '#functions/api.ts'
import type { Point } from '#functions/bridge-points/stored.schema.ts'
import { byContext } from '#functions/contexts.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { now } from '#functions/shared/clock.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { database, type Operation, resetDatabase } from '#functions/shared/table.ts'
import { clientSettings } from '#infra/local/dynamodb.ts'
import { startApi, type TestApi } from '#test/support/api.ts'
import { bringIntoSession, itemsOf, nationwide, operatorOf, rollCallOf } from '#test/support/nationwide.ts'
import { type Bench, median, round } from './measure.ts'

const rounds = 8
const atOnce = 16

type Act = () => Promise<unknown>

/** Hears every transaction of this process, by what it was told to write. */
const listen = () => {
  const heard: Operation[][] = []
  database().middlewareStack.add(
    (next) => (args) => {
      const { TransactItems } = args.input as { TransactItems?: Operation[] }
      if (TransactItems) heard.push(TransactItems)
      return next(args)
    },
    { step: 'initialize' },
  )
  return () => heard.splice(0)
}

/** The same write with nothing asked, and new where the house's was new: a first roll, an event, a key. */
const unasked = ({ Put, Update }: Operation): Operation => {
  if (Update) return { Update }
  const item = Put?.Item ?? {}
  const fresh = item.type === 'event' ? { sk: newUlid() } : { pk: `${item.pk}${randomUUID()}` }
  return { Put: { TableName: Put?.TableName, Item: { ...item, ...fresh } } }
}

const rawAct = (raw: DynamoDBDocumentClient, operations: Operation[]): Act => {
  const TransactItems = operations.map(unasked)
  return () => raw.send(new TransactWriteCommand({ TransactItems, ClientRequestToken: randomUUID() }))
}

/** An operator's roll call; its token was signed before: that is the issuer's work, not ours. */
const houseAct = async (home: TestApi, conferenceId: string, point: Point, place: number): Promise<Act> => {
  const token = await home.token(operatorOf(point), Math.floor(now().getTime() / 1000))
  const body = JSON.stringify(rollCallOf(point, place).body)
  const url = `http://house/api/conferences/${conferenceId}/bridge-points/${point.id}/roll-call`
  return async () => {
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      'Idempotency-Key': randomUUID(),
    }
    const answer = await byContext.fetch(new Request(url, { method: 'POST', headers, body }))
    if (answer.status !== 201) throw new Error(`roll call answered ${answer.status}: ${await answer.text()}`)
  }
}

/** Acts a second, so many under way at once. */
const speedOf = async (acts: Act[]): Promise<number> => {
  const began = performance.now()
  const left = acts.values()
  const work = async () => {
    for (const act of left) await act()
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return (acts.length * 1000) / (performance.now() - began)
}

const compare = async (rest: Act[], raw: DynamoDBDocumentClient) => {
  const heard = listen()
  const size = Math.ceil(rest.length / (rounds + 1))
  const speed = { house: [] as number[], raw: [] as number[] }
  for (let turn = 0; turn <= rounds; turn++) {
    const house = await speedOf(rest.slice(turn * size, (turn + 1) * size))
    const same = await speedOf(heard().map((operations) => rawAct(raw, operations)))
    if (turn === 0) continue
    speed.house.push(house)
    speed.raw.push(same)
  }
  return { housePerSecond: round(median(speed.house)), rawPerSecond: round(median(speed.raw)) }
}

const run = async () => {
  const nation = nationwide(now().toISOString())
  const home = await startApi(() => api, itemsOf(nation))
  try {
    // The bare engine for both: the manners that tests put before it would be measured instead.
    process.env.DYNAMODB_ENDPOINT = home.engine.bare
    resetDatabase()
    await seedUnits()
    await bringIntoSession(nation, await home.somebody(['secretariat', 'unit:unt_bo-cong-an']))
    const acts: Act[] = []
    for (const [place, point] of nation.points.entries())
      acts.push(await houseAct(home, nation.conferenceId, point, place))
    const client = new DynamoDBClient(clientSettings(home.engine.bare))
    const marshallOptions = { removeUndefinedValues: true }
    const figures = await compare(acts, DynamoDBDocumentClient.from(client, { marshallOptions }))
    return { ...figures, points: nation.points.length }
  } finally {
    await home.stop()
  }
}

export const storm: Bench = {
  name: 'storm',
  goal: 0.6,
  goalText: '≥ 0.6',
  run: async () => {
    const { housePerSecond, rawPerSecond, points } = await run()
    const ratio = round(housePerSecond / rawPerSecond)
    return { ratio, pass: ratio >= storm.goal, housePerSecond, rawPerSecond, points, atOnce, rounds }
  },
}
