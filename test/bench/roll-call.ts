// Bench `roll-call`: roll calls of 50 delegates through the whole API, against raw transactions that write the same
// four items (roll, row, event, idempotency key) to the same store. As at the start of a session, many points call at
// once: the ratio is of acts a second with eight under way. `aloneRatio` is one act at a time, where the one read
// before the write cannot hide behind anybody else's.
import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { api } from '#functions/api.ts'
import { byContext } from '#functions/contexts.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { resetDatabase } from '#functions/shared/table.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { type Bench, median, round } from './measure.ts'

const delegates = 50
const atOnce = 8
const rounds = 12
const actsPerRound = 10 * atOnce
const alone = 150

type Stored = Record<string, unknown> & { pk: string; sk: string; type: string }

const hall = 'unt_bo-cong-an'
/** As many points as are under way at once: no two acts share one. */
const units = ['an-giang', 'ca-mau', 'cao-bang', 'ha-noi', 'lai-chau', 'nghe-an', 'ninh-binh', 'son-la'].map(
  (slug) => `unt_ca-${slug}`,
)

const post = async (client: Client, path: string, body: unknown = {}) => {
  const answer = await client.post(path, body)
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

type Act = () => Promise<unknown>

/** A conference in session whose points have 50 delegates each; the body of each point's roll call. */
const prepare = async (secretary: Client) => {
  const input = {
    title: ['Hội nghị'],
    hostUnitId: hall,
    venue: 'Hà Nội',
    startsAt: '2022-11-23T07:00:00.000Z',
  }
  const { id } = await post(secretary, '/api/conferences', input)
  const path = `/api/conferences/${id}`
  await post(secretary, `${path}/bridge-points`, { unitIds: units })
  const names = Array.from({ length: delegates }, (_, place) => ({ position: `Đại biểu số ${place + 1}` }))
  const calls = []
  for (const unit of units) {
    const point = `${path}/bridge-points/${unit.replace('unt_', 'bpt_')}`
    const { items } = await post(secretary, `${point}/delegates`, { delegates: names })
    const marks = items.map((delegate: { id: string }) => ({ delegateId: delegate.id, state: 'present' }))
    calls.push({ unit, path: `${point}/roll-call`, body: JSON.stringify({ headCount: delegates, marks }) })
  }
  for (const step of ['schedule', 'open', 'start']) await post(secretary, `${path}/${step}`)
  return calls
}
type Call = Awaited<ReturnType<typeof prepare>>[number]

/** The four items the last roll call of a point left, to write again by hand. */
const itemsOf = (stored: Stored[], unit: string): Stored[] => {
  const point = unit.replace('unt_', 'bpt_')
  const ofPoint = stored.filter((item) => JSON.stringify(item).includes(point))
  const four = [
    ofPoint.find(({ type }) => type === 'roll'),
    ofPoint.find(({ pk }) => pk.startsWith('BOARD#')),
    ofPoint.find(({ type, name }) => type === 'event' && name === 'roll-call.taken'),
    ofPoint.find(({ type, pk }) => type === 'idempotency' && pk.includes('roll-call')),
  ]
  return four.map((item) => {
    if (!item) throw new Error('A roll call no longer leaves the four items this bench knows.')
    return item
  })
}

/** One raw transaction of a point's four items; what is made new each time by the house is made new here too. */
const rawAct = (raw: DynamoDBDocumentClient, [roll, row, event, key]: Stored[]): Act => {
  return () => {
    const items = [roll, row, { ...event, sk: newUlid() }, { ...key, pk: `${key?.pk}${randomUUID()}` }]
    const TransactItems = items.map((Item) => ({ Put: { TableName: 'records', Item } }))
    return raw.send(new TransactWriteCommand({ TransactItems, ClientRequestToken: randomUUID() }))
  }
}

/**
 * One roll call by HTTP request, answered as the API's function answers it, with one token: signing it is the
 * issuer's work, not ours.
 */
const houseAct = async (home: TestApi, { unit, path, body }: Call): Promise<Act> => {
  const operator = await home.somebody(['operator', `unit:${unit}`])
  const token = await home.token(operator.sub)
  return async () => {
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    }
    const request = new Request(`http://127.0.0.1${path}`, { method: 'POST', headers, body })
    const { status } = await byContext.fetch(request)
    if (status >= 300) throw new Error(`roll call answered ${status}`)
  }
}

const timed = async (act: Act): Promise<number> => {
  const began = performance.now()
  await act()
  return performance.now() - began
}

/** Acts a second with every point under way at once. */
const speedOf = async (acts: Act[]): Promise<number> => {
  const each = async (act: Act) => {
    for (let done = 0; done < actsPerRound / atOnce; done++) await act()
  }
  return (actsPerRound * 1000) / (await timed(() => Promise.all(acts.map(each))))
}

const compare = async (house: Act[], raw: Act[]) => {
  const speed = { house: [] as number[], raw: [] as number[] }
  for (let round = -2; round < rounds; round++) {
    const seen = { house: await speedOf(house), raw: await speedOf(raw) }
    if (round < 0) continue
    speed.house.push(seen.house)
    speed.raw.push(seen.raw)
  }
  const wait = { house: [] as number[], raw: [] as number[] }
  for (let turn = 0; turn < alone; turn++) {
    wait.house.push(await timed(house[0] as Act))
    wait.raw.push(await timed(raw[0] as Act))
  }
  return {
    housePerSecond: median(speed.house),
    rawPerSecond: median(speed.raw),
    houseMs: median(wait.house),
    rawMs: median(wait.raw),
  }
}

const run = async () => {
  const home = await startApi(() => api)
  try {
    // The bare engine for both: the manners that tests put before it would be measured instead.
    process.env.DYNAMODB_ENDPOINT = home.engine.bare
    resetDatabase()
    await seedUnits()
    const calls = await prepare(await home.somebody(['secretariat', `unit:${hall}`]))
    const house = await Promise.all(calls.map((call) => houseAct(home, call)))
    for (const act of house) await act()
    const raw = DynamoDBDocumentClient.from(
      new DynamoDBClient({ endpoint: home.engine.bare, region: 'ap-southeast-1' }),
    )
    const { Items = [] } = await raw.send(new ScanCommand({ TableName: 'records' }))
    return await compare(
      house,
      units.map((unit) => rawAct(raw, itemsOf(Items as Stored[], unit))),
    )
  } finally {
    await home.stop()
  }
}

export const rollCall: Bench = {
  name: 'roll-call',
  goal: 0.7,
  goalText: '≥ 0.7',
  run: async () => {
    const { housePerSecond, rawPerSecond, houseMs, rawMs } = await run()
    const ratio = round(housePerSecond / rawPerSecond)
    const figures = { housePerSecond: round(housePerSecond), rawPerSecond: round(rawPerSecond) }
    const single = { aloneRatio: round(rawMs / houseMs), houseMs: round(houseMs), rawMs: round(rawMs) }
    return { ratio, pass: ratio >= rollCall.goal, ...figures, ...single, delegates, atOnce }
  },
}
