// Bench `roll-call`: a roll call of 50 delegates through the whole API, against one raw transaction that writes the
// same four items (roll, row, event, idempotency key) to the same store. Single acts, taken in turn.
import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { resetDatabase } from '#functions/shared/table.ts'
import { type Client, startApi } from '#test/support/api.ts'
import { type Bench, median, round } from './measure.ts'

const delegates = 50
const warmUps = 50
const acts = 400

type Stored = Record<string, unknown> & { pk: string; sk: string; type: string }

const hall = 'unt_bo-cong-an'
const unit = 'unt_ca-ninh-binh'
const point = 'bpt_ca-ninh-binh'

const post = async (client: Client, path: string, body: unknown = {}) => {
  const answer = await client.post(path, body)
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** A conference in session with one point of 50 delegates. */
const prepare = async (secretary: Client) => {
  const input = {
    title: ['Hội nghị'],
    hostUnitId: hall,
    venue: 'Hà Nội',
    startsAt: '2022-11-23T07:00:00.000Z',
  }
  const { id } = await post(secretary, '/api/conferences', input)
  const path = `/api/conferences/${id}`
  await post(secretary, `${path}/bridge-points`, { unitIds: [unit] })
  const names = Array.from({ length: delegates }, (_, place) => ({ position: `Đại biểu số ${place + 1}` }))
  const { items } = await post(secretary, `${path}/bridge-points/${point}/delegates`, { delegates: names })
  for (const step of ['schedule', 'open', 'start']) await post(secretary, `${path}/${step}`)
  const marks = items.map((delegate: { id: string }) => ({ delegateId: delegate.id, state: 'present' }))
  return { path: `${path}/bridge-points/${point}/roll-call`, body: { headCount: delegates, marks } }
}

/** The four items one roll call leaves, to write again by hand. */
const itemsOf = async (raw: DynamoDBDocumentClient): Promise<Stored[]> => {
  const { Items = [] } = await raw.send(new ScanCommand({ TableName: 'records' }))
  const stored = Items as Stored[]
  const last = (found: (item: Stored) => boolean) =>
    stored
      .filter(found)
      .sort((a, b) => (a.sk < b.sk ? -1 : 1))
      .at(-1)
  const four = [
    last(({ type }) => type === 'roll'),
    last(({ pk }) => pk.startsWith('BOARD#')),
    last(({ type, name }) => type === 'event' && name === 'roll-call.taken'),
    last(({ type, pk }) => type === 'idempotency' && pk.includes('roll-call')),
  ]
  return four.map((item) => {
    if (!item) throw new Error('A roll call no longer leaves the four items this bench knows.')
    return item
  })
}

const rawAct = (raw: DynamoDBDocumentClient, [roll, row, event, key]: Stored[]) => {
  const items = [roll, row, { ...event, sk: newUlid() }, { ...key, pk: `${key?.pk}${randomUUID()}` }]
  const TransactItems = items.map((Item) => ({ Put: { TableName: 'records', Item } }))
  return raw.send(new TransactWriteCommand({ TransactItems, ClientRequestToken: randomUUID() }))
}

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await act()
  return performance.now() - began
}

const run = async () => {
  const home = await startApi(() => api)
  try {
    process.env.DYNAMODB_ENDPOINT = home.engine.bare
    resetDatabase()
    await seedUnits()
    const secretary = await home.somebody(['secretariat', `unit:${hall}`])
    const operator = await home.somebody(['operator', `unit:${unit}`])
    const { path, body } = await prepare(secretary)
    const act = await actor(home, operator, path, body)
    await act()
    const raw = DynamoDBDocumentClient.from(
      new DynamoDBClient({ endpoint: home.engine.bare, region: 'ap-southeast-1' }),
    )
    const seen = { house: [] as number[], raw: [] as number[] }
    const items = await itemsOf(raw)
    for (let turn = -warmUps; turn < acts; turn++) {
      const [house, bare] = [await timed(act), await timed(() => rawAct(raw, items))]
      if (turn >= 0) seen.house.push(house) && seen.raw.push(bare)
    }
    return { house: median(seen.house), raw: median(seen.raw) }
  } finally {
    await home.stop()
  }
}

/** One roll call by HTTP request, with one token: signing it is the issuer's work, not ours. */
const actor = async (
  home: Awaited<ReturnType<typeof startApi>>,
  { sub }: Client,
  path: string,
  body: unknown,
) => {
  const token = await home.token(sub)
  const text = JSON.stringify(body)
  return async () => {
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    }
    const { status } = await api.request(path, { method: 'POST', headers, body: text })
    if (status >= 300) throw new Error(`roll call answered ${status}`)
  }
}

export const rollCall: Bench = {
  name: 'roll-call',
  goal: 0.7,
  goalText: '≥ 0.7',
  run: async () => {
    const { house, raw } = await run()
    const ratio = round(raw / house)
    return { ratio, pass: ratio >= rollCall.goal, houseMs: round(house), rawMs: round(raw), delegates, acts }
  },
}
