// A home of an earlier edition that is started again: what it holds is found as in a new one.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  delegateItem,
  delegatesOfPerson,
  loadBoard,
  pointItem,
  rowItem,
} from '#functions/bridge-points/entity.ts'
import { newRow } from '#functions/bridge-points/rules.ts'
import { conferenceItem } from '#functions/conferences/entity.ts'
import { Conference } from '#functions/conferences/schema.ts'
import { appFor } from '#functions/contexts.ts'
import { loadAllPersons, personItem } from '#functions/directory/entity.ts'
import { seedOnce } from '#infra/local/afternoon/seed.ts'
import { startApi } from '#test/support/api.ts'
import { eventually } from '#test/support/eventually.ts'
import { plant } from '#test/support/plant.ts'

/** A conference as the index of hosts has it. */
const hosted = conferenceItem(
  Conference.parse({
    id: 'cnf_01GJH0000000000000000000AA',
    title: ['Hội nghị cũ'],
    hostUnitId: 'unt_bo-cong-an',
    venue: 'Hà Nội',
    startsAt: '2022-11-23T07:00:00.000Z',
    state: 'scheduled',
    form: 'online',
    level: 'ministry',
    classification: 'internal',
    version: 1,
  }),
)

it('finds persons by words, delegates by their person, points under their province, and ends grants by their id', async () => {
  const home = await startApi(() => ({
    request: async (...asked) => (await appFor(asked[0], asked[1]?.method)).request(...asked),
  }))
  const dir = mkdtempSync(join(tmpdir(), 'diemcau-upgrade-'))
  try {
    writeFileSync(join(dir, 'seeded'), 'cnf_1\n')
    const administrator = await home.somebody(['administrator', '*'])
    const operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
    const id = operator.personId
    const word = `Cũ${randomUUID().slice(0, 6)}`
    await plant([personItem({ id, name: word, posts: [], sub: operator.sub, version: 1 })])
    await eventually(async () => expect((await loadAllPersons()).map((one) => one.id)).toContain(id))
    const find = async () =>
      (await administrator.get(`/api/persons?q=${encodeURIComponent(word)}`)).body.items.length
    expect(await find()).toBe(0)
    const delegate = {
      id: 'dlg_01GJH0000000000000000000AA',
      conferenceId: 'cnf_01GJH0000000000000000000AA',
      pointId: 'bpt_x',
      personId: id,
      name: word,
    }
    const old = { ...delegate, display: word, state: 'expected' as const, version: 1 }
    const point = {
      id: 'bpt_x',
      conferenceId: 'cnf_01GJH0000000000000000000AA',
      unitId: 'unt_ca-ha-nam',
      name: 'X',
      shortName: 'X',
    }
    const listed = {
      ...point,
      kind: 'site' as const,
      startsAt: '2022-11-23',
      delegateIds: [old.id],
      version: 1,
    }
    const { gsi1pk: _, gsi1sk: __, ...entered } = delegateItem(old)
    await plant([hosted, pointItem(listed), rowItem(newRow(listed)), entered])
    expect(await delegatesOfPerson(id, 'cnf_01GJH0000000000000000000AA')).toEqual([])
    await seedOnce('http://127.0.0.1:1', dir)
    await eventually(async () =>
      expect(await delegatesOfPerson(id, 'cnf_01GJH0000000000000000000AA')).toHaveLength(1),
    )
    expect(await find()).toBe(1)
    expect((await loadBoard(point.conferenceId))[0]?.province).toEqual({
      id: 'unt_ca-ha-nam',
      name: 'Hà Nam',
    })
    const [grant] = (await administrator.get(`/api/grants?person=${id}`)).body.items
    const ended = await administrator.post(`/api/grants/${grant.id}/end`, { reason: 'Chuyển ngành' })
    expect(ended.status).toBe(200)
    expect(existsSync(join(dir, 'edition'))).toBe(true)
  } finally {
    rmSync(dir, { recursive: true, force: true })
    await home.stop()
  }
})
