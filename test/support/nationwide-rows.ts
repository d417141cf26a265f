// The largest conference as the media worker reads it: open, with the rows of 34 provinces and 3,319 communes.
import { rowItem } from '#functions/bridge-points/entity.ts'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { newRow } from '#functions/bridge-points/rules.ts'
import type { Point } from '#functions/bridge-points/stored.schema.ts'
import { conferenceItem } from '#functions/conferences/entity.ts'
import { Conference } from '#functions/conferences/schema.ts'
import { newId } from '#functions/shared/new-id.ts'
import type { Item } from '#functions/shared/table.ts'
import { communesMost, provinces } from './communes.ts'

const startsAt = '2025-11-23T07:00:00.000Z'

const pointAt = (conferenceId: string, unitId: string, name: string): Point => ({
  ...{ id: pointIdOf(unitId), conferenceId, unitId, name, shortName: name, kind: 'site' },
  ...{ startsAt, delegateIds: [], version: 1 },
})

function* rowsOf(conferenceId: string): Generator<Item> {
  for (let at = 0; at < provinces.length + communesMost; at++) {
    const { id = '', names = [] } = provinces[at % provinces.length] ?? {}
    const province = { id, name: names.at(-1)?.shortName ?? '' }
    const isProvince = at < provinces.length
    const unitId = isProvince ? id : `unt_ca-xa-${at}`
    const name = isProvince ? province.name : `Công an xã ${at}`
    yield rowItem({ ...newRow(pointAt(conferenceId, unitId, name)), province })
  }
}

const conferenceOf = (id: string) =>
  Conference.parse({
    ...{ id, title: ['Hội nghị toàn quốc'], hostUnitId: 'unt_bo-cong-an', level: 'ministry', form: 'online' },
    ...{ classification: 'public', venue: 'Hà Nội', startsAt, state: 'open', version: 1 },
  })

/** @returns its id, how many points it has, and everything the worker reads of it */
export const nationalConference = () => {
  const id = newId('cnf')
  const items = [conferenceItem(conferenceOf(id)), ...rowsOf(id)]
  return { id, points: items.length - 1, items }
}
