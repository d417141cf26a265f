// A repeated request is answered again only to whoever may still have the answer: at every route that keeps keys.
import { randomUUID } from 'node:crypto'
import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { forgetStanding } from '#functions/grants/entity.ts'
import { database, tableName } from '#functions/shared/table.ts'
import { isPersonal, type Routes, routes, startRoutes } from '#test/support/any-route.ts'
import { samples } from '#test/support/samples.ts'

let home: Routes
beforeAll(async () => {
  home = await startRoutes()
}, 60_000)
afterAll(() => home.stop())

/** A personal link is asked for anew each time, repeats included: the matrix holds it to that. */
const posts = routes.filter((route) => route.startsWith('POST') && !isPersonal(route))

/** What these answer anybody signed in may read, or is the id of one's own job and nothing else. */
const open =
  /^POST \/api\/(persons|units)($|\/:id\/(account|merge|separate|withdraw|restore|rename|move|end|absorb)$)|(exports|packages|extracts|preview)$/

/** What this account may not do even with every role: another's upload, another's check-in, another's seat, a second sign-in. */
const refused = [
  'POST /api/units/imports',
  'POST /api/conferences/:id/bridge-points/:point/check-ins',
  'POST /api/conferences/:id/bridge-points/:point/entry',
  'POST /api/conferences/:id/bulletin/photos',
  'POST /api/conferences/:id/minutes/sign',
]

const endAllGrants = async (sub: string) => {
  const TableName = tableName()
  const { Items = [] } = await database().send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :grant)',
      ExpressionAttributeValues: { ':pk': `SUB#${sub}`, ':grant': 'GRANT#' },
    }),
  )
  for (const { pk, sk } of Items) await database().send(new DeleteCommand({ TableName, Key: { pk, sk } }))
  forgetStanding(sub)
}

it('tells nothing to somebody whose roles have ended', async () => {
  const vain: string[] = []
  const done: { route: string; key: string; body: unknown; path: string }[] = []
  for (const route of posts) {
    await samples[route]?.[0]?.before?.(home.world)
    const [key, body, path] = [randomUUID(), home.bodyOf(route), home.pathWith(route, 'none', '')]
    const version = samples[route]?.[0]?.version
    const { status } = await home.client.post(path, body, { key, ...(version ? { version } : {}) })
    if (status < 300) done.push({ route, key, body, path })
    else vain.push(route)
  }
  expect(vain.sort()).toEqual(refused.sort())
  await endAllGrants(home.client.sub)
  const told: string[] = []
  for (const { route, key, body, path } of done) {
    const again = await home.client.post(path, body, { key })
    if (again.status < 300 && !open.test(route)) told.push(route)
  }
  expect(told).toEqual([])
}, 60_000)
