// No act of a point writes or checks an item that another point's act touches: 3,353 points act at once.
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { database } from '#functions/shared/table.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'

let home: TestApi

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
})
afterAll(() => home.stop())

type Operation = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** What is put without a transaction: heartbeats and pages. */
type Single = { Item?: Record<string, unknown> }

const keyOf = ({ Put, Update, Delete, ConditionCheck }: Operation): string => {
  const { pk, sk } = Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key ?? {}
  return `${pk} ${sk}`
}

const province = (slug: string) => ({ unit: `unt_ca-${slug}`, point: `bpt_ca-${slug}` })

/** Every key the point's acts write or check, each act asked for once. */
const touchedBy = async (operator: Client, path: string): Promise<Set<string>> => {
  const sent = vi.spyOn(database(), 'send')
  const act = async (verb: string, body?: object) => {
    const { status, body: answer } = await operator.post(`${path}/${verb}`, body)
    expect([verb, status]).toEqual([verb, expect.toSatisfy((code: number) => code < 300)])
    return answer
  }
  await act('readiness', { checks: { picture: 'pass', sound: 'pass', network: 'pass' } })
  const { items } = await act('delegates', { delegates: [{ name: 'Đại biểu' }] })
  await act('answers', { answers: [{ delegateId: items[0].id, answer: 'accepted' }] })
  const { session } = await act('join')
  await act('roll-call', { headCount: 1, marks: [{ delegateId: items[0].id, state: 'present' }] })
  await act('heartbeat', { session, media: 'up' })
  await act('presence', { page: 'p', session: 's', version: 0, state: 'connected' })
  const fault = await act('faults', { kind: 'sound' })
  await act(`faults/${fault.id}/end`)
  await act('leave', { session })
  const inputs = sent.mock.calls.map(([{ input }]) => input as TransactWriteCommandInput & Single)
  sent.mockRestore()
  const transacted = inputs.flatMap(({ TransactItems = [] }) => TransactItems.map(keyOf))
  const alone = inputs.flatMap(({ Item }) => (Item ? [keyOf({ Put: { Item, TableName: '' } })] : []))
  expect(alone).toHaveLength(2)
  return new Set([...transacted, ...alone])
}

it('points share no item', async () => {
  const secretary = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
  const two = [province('ninh-binh'), province('ha-nam')]
  const input = { title: ['X'], hostUnitId: 'unt_bo-cong-an', venue: 'X', startsAt: '2022-11-23T07:00:00Z' }
  const path = `/api/conferences/${(await secretary.post('/api/conferences', input)).body.id}`
  await secretary.post(`${path}/bridge-points`, { unitIds: two.map(({ unit }) => unit) })
  for (const step of ['schedule', 'open', 'start']) await secretary.post(`${path}/${step}`, {})
  const touched: Set<string>[] = []
  for (const { unit, point } of two) {
    const operator = await home.somebody(['operator', `unit:${unit}`])
    touched.push(await touchedBy(operator, `${path}/bridge-points/${point}`))
  }
  const [one = new Set(), other = new Set()] = touched
  expect(one.size).toBeGreaterThan(10)
  expect([...one].filter((key) => other.has(key))).toEqual([])
})
