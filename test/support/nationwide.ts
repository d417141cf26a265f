// The largest conference there can be, to begin from: 34 provinces and 3,319 communes, a delegation and an operator each.

import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { newDelegate } from '#functions/bridge-points/delegates.rules.ts'
import { delegateItem, pointItem, rowItem } from '#functions/bridge-points/entity.ts'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { newRow } from '#functions/bridge-points/rules.ts'
import type { BoardRow, Point } from '#functions/bridge-points/stored.schema.ts'
import { conferencePartition } from '#functions/conferences/entity.ts'
import { grantItem, holderItem } from '#functions/grants/entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { newId } from '#functions/shared/new-id.ts'
import { database, type Item, put, tableName } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import type { Client } from './api.ts'
import { provinces } from './communes.ts'

export const nationwidePoints = 3_353

const syllables =
  'An Bình Cẩm Đông Gia Hòa Khánh Long Minh Nam Phú Quang Sơn Tân Vân Xuân Yên Thắng Lộc Tiến'.split(' ')

const nameOf = (at: number): string =>
  `${syllables[at % 20]} ${syllables[Math.floor(at / 20) % 20]} ${Math.floor(at / 400) + 1}`

const pointOf = (conferenceId: string, startsAt: string, at: number, delegates: number): Point => {
  const unitId = `unt_ca-xa-${at}`
  return {
    id: pointIdOf(unitId),
    conferenceId,
    unitId,
    name: `Công an xã ${nameOf(at)}`,
    shortName: nameOf(at),
    kind: 'site',
    startsAt,
    delegateIds: Array.from({ length: delegates }, () => newId('dlg')),
    version: 1,
  }
}

/** A point's row before anything happened there: points stand round the provinces. */
export const rowOf = (point: Point, at: number): BoardRow => {
  const { id = '', names = [] } = provinces[at % provinces.length] ?? {}
  return { ...newRow(point), province: { id, name: names.at(-1)?.shortName ?? '' } }
}

export type Nationwide = { conferenceId: string; points: Point[] }

/** @param startsAt UTC instant */
export const nationwide = (startsAt: string, points = nationwidePoints, delegates = 50): Nationwide => {
  const conferenceId = newId('cnf')
  const each = (_: unknown, at: number) => pointOf(conferenceId, startsAt, at, delegates)
  return { conferenceId, points: Array.from({ length: points }, each) }
}

/** The account of a point's operator. */
export const operatorOf = ({ id }: Point): string => `operator-of-${id}`

const operatorItems = (point: Point): Item[] => {
  const sub = operatorOf(point)
  const personId = newId('prs')
  const held = { role: 'operator' as const, scope: `unit:${point.unitId}` as const }
  const grant = {
    id: newId('grt'),
    sub,
    personId,
    ...held,
    validFrom: '1900-01-01T00:00:00.000Z',
    grantedBy: 'test',
  }
  return [holderItem({ sub, personId, name: `Trực ban ${point.shortName}` }), grantItem(grant)]
}

/** Every item of it but the conference itself, which is made as people make it. */
export function* itemsOf({ points }: Nationwide): Generator<Item> {
  for (const [at, point] of points.entries()) {
    yield pointItem(point)
    yield rowItem(rowOf(point, at))
    yield* operatorItems(point)
    for (const [place, id] of point.delegateIds.entries())
      yield delegateItem(
        newDelegate(id, point, { name: `Đại biểu ${nameOf(place)}`, position: 'Đội trưởng' }, undefined),
      )
  }
}

/** What an operator's roll call adds to the figures. */
export type Figures = { present: number; online: number; absent: number; substituted: number; heads: number }

/** The roll of a point: most are there, one or two online, a few absent or substituted, by the point's place. */
export const rollCallOf = ({ delegateIds }: Point, place: number) => {
  const figures: Figures = { present: 0, online: 0, absent: 0, substituted: 0, heads: 0 }
  const marks = delegateIds.map((delegateId, at) => {
    const kind = (at * 7 + place) % 23
    if (kind === 0) {
      figures.absent++
      return { delegateId, state: 'absent' as const, reason: 'Đi công tác' }
    }
    if (kind === 1) {
      figures.substituted++
      return { delegateId, state: 'substituted' as const, substitute: { name: `Người dự thay ${at}` } }
    }
    figures.present++
    if (kind === 2) figures.online++
    return { delegateId, state: kind === 2 ? ('online' as const) : ('present' as const) }
  })
  figures.heads = figures.present - figures.online + figures.substituted + (place % 4)
  return { body: { marks, headCount: figures.heads }, figures }
}

const input = {
  title: ['Hội nghị toàn quốc'],
  hostUnitId: 'unt_bo-cong-an',
  venue: 'Hà Nội',
  startsAt: new Date().toISOString(),
}

/** Everything kept of a conference itself. */
const itemsUnder = async (id: string): Promise<Item[]> => {
  const { Items = [] } = await database().send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': conferencePartition(id) },
      ConsistentRead: true,
    }),
  )
  return Items as Item[]
}

/**
 * Brings it into session: a conference is made as people make it, and put where the points were entered.
 * @param secretary of the host
 */
export const bringIntoSession = async ({ conferenceId }: Nationwide, secretary: Client): Promise<void> => {
  const made = await secretary.post('/api/conferences', input)
  for (const step of ['schedule', 'open', 'start']) {
    const { status } = await secretary.post(`/api/conferences/${made.body.id}/${step}`)
    if (status >= 300) throw new Error(`The conference does not ${step}: ${status}`)
  }
  const items = JSON.stringify(await itemsUnder(made.body.id)).replaceAll(made.body.id, conferenceId)
  await write(systemActor('test', 'nationwide'), conferenceId, ...(JSON.parse(items) as Item[]).map(put))
}
