// Persons over HTTP: as of a day, found by words, edited, merged and taken apart, withdrawn; and whom that is refused.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appFor } from '#functions/contexts.ts'
import { loadPersons, loadPersonsNamed, personItem } from '#functions/directory/entity.ts'
import { indexPersons } from '#functions/directory/index-persons.ts'
import { idsWithWords } from '#functions/directory/person-words.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { setClock } from '#functions/shared/clock.ts'
import { readLog } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { eventually } from '#test/support/eventually.ts'
import { plant } from '#test/support/plant.ts'

let home: TestApi
let administrator: Client
let operator: Client

beforeAll(async () => {
  home = await startApi((path) => ({
    request: async (...asked) => (await appFor(path, asked[1]?.method)).request(...asked),
  }))
  await seedUnits()
  administrator = await home.somebody(['administrator', '*'])
  operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
})
afterAll(() => home.stop())

type Found = { id: string; formalName: string; version: number }

const enter = async (input: object): Promise<Found> => {
  const { status, body } = await administrator.post('/api/persons', input)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const get = async (id: string, query = '') => (await operator.get(`/api/persons/${id}${query}`)).body
const find = async (q: string, more = ''): Promise<string[]> => {
  const { body } = await operator.get(`/api/persons?q=${encodeURIComponent(q)}${more}`)
  return body.items.map(({ id }: Found) => id)
}
const act = (id: string, verb: string, body: object = { reason: 'Nhập trùng' }, by = administrator) =>
  by.post(`/api/persons/${id}/${verb}`, body)

const son = {
  name: 'Nguyễn Văn Sơn',
  held: [
    { part: 'rank', text: 'Thiếu tướng', to: '2014-12-31' },
    { part: 'rank', text: 'Trung tướng', from: '2015-01-01', to: '2019-12-31' },
    { part: 'rank', text: 'Thượng tướng', from: '2020-01-01' },
    { part: 'stateTitle', text: 'Thứ trưởng Bộ Công an', from: '2014-08-01', to: '2021-06-30' },
  ],
  posts: [{ unitId: 'unt_bo-cong-an', title: 'Thứ trưởng', from: '2014-08-01', to: '2021-06-30' }],
}

describe('a person over time', () => {
  it('is named as on the day of each conference: one general of two conferences', async () => {
    const { id } = await enter(son)
    expect((await get(id, '?on=2017-03-07')).on.formalName).toBe(
      'Trung tướng Nguyễn Văn Sơn, Thứ trưởng Bộ Công an',
    )
    expect((await get(id, '?on=2014-12-31')).on.formalName).toBe(
      'Thiếu tướng Nguyễn Văn Sơn, Thứ trưởng Bộ Công an',
    )
    expect((await get(id, '?on=2021-07-01')).on.formalName).toBe('Thượng tướng Nguyễn Văn Sơn')
    expect(await find('nguyen van son', '&on=2017-03-07')).toContain(id)
    const [read] = await loadPersons([id], '2017-03-07')
    expect(read).toMatchObject({ rank: 'Trung tướng', stateTitle: 'Thứ trưởng Bộ Công an' })
    expect((await operator.get(`/api/persons/${id}?on=2017-02-30`)).status).toBe(400)
  })

  it('without dates counts on the days no dated title covers', async () => {
    const { id } = await enter({
      name: 'Lê Thị Bưởi',
      rank: 'Đại tá',
      held: [{ part: 'rank', text: 'Thiếu tướng', from: '2023-01-01' }],
    })
    expect((await get(id, '?on=2022-11-23')).formalName).toBe('Đại tá Lê Thị Bưởi')
    expect((await get(id, '?on=2023-01-01')).formalName).toBe('Thiếu tướng Lê Thị Bưởi')
  })

  it('says nothing backwards in time', async () => {
    const held = [{ part: 'rank', text: 'Đại tá', from: '2020-01-02', to: '2020-01-01' }]
    const { status, body } = await administrator.post('/api/persons', { name: 'A', held })
    expect([status, body.errors[0].pointer]).toEqual([400, '/held/0/to'])
  })

  it('has a role in a steering committee, named last', async () => {
    const { formalName } = await enter({
      name: 'Trần Đức Quý',
      stateTitle: 'Phó Chủ tịch UBND tỉnh',
      role: 'Trưởng Ban Chỉ đạo phòng, chống tội phạm',
    })
    expect(formalName).toBe('Trần Đức Quý, Phó Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo phòng, chống tội phạm')
  })
})

describe('search', () => {
  it('finds by any words of name and titles, at once, best first, and never loads the register', async () => {
    const word = `Khuê${randomUUID().slice(0, 6)}`
    const exact = await enter({ name: `Mai ${word}` })
    const minister = await enter({ name: `Trần Mai ${word}`, stateTitle: 'Bộ trưởng' })
    const officer = await enter({
      name: `Lý Mai ${word}`,
      rank: 'Đại tá',
      stateTitle: 'Giám đốc Công an tỉnh',
    })
    expect(await find(`mai khue${word.slice(4)}`)).toEqual([exact.id, minister.id, officer.id])
    expect(await find(`cong an ${word}`)).toEqual([officer.id])
    expect(await find(`${word} ly`)).toEqual([officer.id])
    expect(await find(`khue${word.slice(4, 7)}`, '&limit=2')).toHaveLength(2)
    expect(await find(`${word} xyz`)).toEqual([])
    expect((await operator.get('/api/persons?q=%25')).body).toEqual({ items: [], total: 0 })
  })

  it('reads on past the first 300 who bear a word, the closest name first', async () => {
    const word = `qz${randomUUID().slice(0, 6)}`
    const fake = (at: number, more = '') => ({
      pk: 'PERSON-WORD#q',
      sk: `${word}${more}#prs_${at}`,
      type: 'person-word',
      personId: `prs_${word}-${at}`,
      words: `an ${word}${more}`,
    })
    for (let start = 0; start < 350; start += 50)
      await plant(Array.from({ length: 50 }, (_, at) => fake(start + at)))
    const { id } = await enter({ name: `${word}z` })
    const found = await idsWithWords([word])
    expect([found.length, found[0]]).toEqual([351, id])
    expect(await find(word)).toEqual([id])
  })

  it('narrows common words by the rare one', async () => {
    const made = Array.from({ length: 12 }, (_, at) => ({
      name: `Phạm Thị Đông ${at}`,
      stateTitle: 'Cán bộ Công an tỉnh',
    }))
    const ids = new Set((await Promise.all(made.map(enter))).map(({ id }) => id))
    const found = await find('dong cong an can bo', '&limit=100')
    expect(found.filter((id) => ids.has(id))).toHaveLength(12)
  })

  it('lists those entered last, page after page, without words', async () => {
    const made = await Promise.all([1, 2, 3].map((at) => enter({ name: `Trang ${at}` })))
    await eventually(async () => {
      const seen: string[] = []
      let cursor = ''
      do {
        const { body } = await operator.get(`/api/persons?limit=2${cursor}`)
        seen.push(...body.items.map(({ id }: Found) => id))
        cursor = body.cursor ? `&cursor=${body.cursor}` : ''
      } while (cursor)
      expect(new Set(seen).size).toBe(seen.length)
      for (const { id } of made) expect(seen).toContain(id)
    })
  })
})

describe('editing', () => {
  it('takes the version that was read, once, and is found by the new name only', async () => {
    const word = `Sửa${randomUUID().slice(0, 6)}`
    const person = await enter({ name: `Vũ ${word}` })
    const path = `/api/persons/${person.id}`
    const edited = await administrator.put(path, { name: `Vũ Mới ${word}x` }, { version: person.version })
    expect(edited).toMatchObject({ status: 200, body: { version: 2, name: `Vũ Mới ${word}x` } })
    expect(edited.headers.get('ETag')).toBe('"2"')
    expect((await administrator.put(path, { name: 'B' }, { version: 1 })).status).toBe(412)
    expect((await administrator.put(path, { name: 'B' })).status).toBe(428)
    expect(await find(`${word}x`)).toEqual([person.id])
    expect(await find(`${word} vu`)).toEqual([person.id])
    expect((await operator.put(path, { name: 'B' }, { version: 2 })).status).toBe(403)
    const posts = [{ unitId: 'unt_nowhere', title: 'X', from: '2020-01-01' }]
    expect((await administrator.put(path, { name: 'B', posts }, { version: 2 })).body.type).toBe(
      '/problems/unit-unknown',
    )
  })

  it('renames the account that acts as the person', async () => {
    const { id } = await enter({ name: 'Đỗ Thị Cam' })
    const sub = randomUUID()
    await act(id, 'account', { sub })
    const path = `/api/persons/${id}`
    await administrator.put(path, { name: 'Đỗ Thị Cam', rank: 'Thượng úy' }, { version: 2 })
    await eventually(async () =>
      expect((await home.as(sub, id).get('/api/me')).body.name).toBe('Thượng úy Đỗ Thị Cam'),
    )
  })
})

describe('duplicates', () => {
  const twice = async (name: string) =>
    [
      await enter({ name, rank: 'Trung tướng', stateTitle: 'Thứ trưởng Bộ Công an' }),
      await enter({
        name,
        rank: 'Trung tướng',
        posts: [{ unitId: 'unt_bo-cong-an', title: 'Thứ trưởng', from: '2014-08-01' }],
      }),
    ] as const

  it('are proposed with what speaks for them, to whoever may merge', async () => {
    const name = `Hoàng ${randomUUID().slice(0, 8)}`
    const [one, two] = await twice(name)
    await eventually(async () => {
      const { body } = await administrator.get(`/api/persons/${one.id}/duplicates`)
      expect(body.items).toMatchObject([{ person: { id: two.id }, because: ['name', 'rank'] }])
    })
    expect((await operator.get(`/api/persons/${one.id}/duplicates`)).status).toBe(403)
  })

  it('become one person: the merged id leads to the other, posts and account come along, all is an event', async () => {
    const word = randomUUID().slice(0, 8)
    const [one, two] = await twice(`Bùi ${word}`)
    const sub = randomUUID()
    await act(two.id, 'account', { sub })
    const merged = await act(two.id, 'merge', { into: one.id, reason: 'Cùng một đồng chí' })
    expect(merged).toMatchObject({ status: 200, body: { id: one.id, hasAccount: true } })
    expect(merged.body.posts).toMatchObject([{ unitId: 'unt_bo-cong-an', via: two.id }])
    expect(await get(two.id)).toMatchObject({ id: one.id })
    expect(await find(word)).toEqual([one.id])
    expect((await loadPersons([two.id, one.id])).map(({ id }) => id)).toEqual([two.id, one.id])
    expect((await home.as(sub, one.id).get('/api/me')).body.person.id).toBe(one.id)
    setClock(() => new Date(Date.now() + 60_000))
    const events = (await readLog('directory', undefined, 1_000)).items.filter(
      ({ subject }) => subject === two.id,
    )
    setClock(() => new Date())
    expect(events.at(-1)).toMatchObject({
      name: 'person.merged',
      data: { into: one.id, reason: 'Cùng một đồng chí' },
    })
  })

  it('merge harmlessly again, in chains and circles', async () => {
    const [a, b] = await twice(`Chuỗi ${randomUUID().slice(0, 8)}`)
    const c = await enter({ name: 'Chuỗi khác' })
    const into = (person: Found) => ({ into: person.id, reason: 'Trùng' })
    await act(a.id, 'merge', into(b))
    expect((await act(a.id, 'merge', into(b))).body).toMatchObject({ id: b.id, version: 2 })
    expect((await act(b.id, 'merge', into(a))).body).toMatchObject({ id: b.id, version: 2 })
    await act(b.id, 'merge', into(c))
    for (const { id } of [a, b, c]) expect(await get(id)).toMatchObject({ id: c.id })
    expect((await act(c.id, 'merge', into(a))).body.id).toBe(c.id)
    const d = await enter({ name: 'Chuỗi thứ tư' })
    expect((await act(d.id, 'merge', into(a))).body.id).toBe(c.id)
    expect((await act(d.id, 'merge', { into: 'prs_nobody', reason: 'x' })).body.type).toBe(
      '/problems/person-unknown',
    )
  })

  it('merged both ways at once end as one person', async () => {
    const [a, b] = await twice(`Cùng lúc ${randomUUID().slice(0, 8)}`)
    await Promise.all([
      act(a.id, 'merge', { into: b.id, reason: 'x' }),
      act(b.id, 'merge', { into: a.id, reason: 'x' }),
    ])
    const [one, other] = [await get(a.id), await get(b.id)]
    expect(one).toEqual(other)
    expect([a.id, b.id]).toContain(one.id)
  })

  it('are taken apart again, each as before', async () => {
    const [one, two] = await twice(`Tách ${randomUUID().slice(0, 8)}`)
    const before = [await get(one.id), await get(two.id)]
    await act(two.id, 'merge', { into: one.id, reason: 'Nhầm' })
    const apart = await act(two.id, 'separate')
    expect(apart).toMatchObject({ status: 200, body: { id: two.id, version: 3 } })
    for (const was of before) {
      const is = await get(was.id)
      expect({ ...is, version: 1, filled: undefined }).toEqual({ ...was, filled: undefined })
    }
    expect((await act(two.id, 'separate')).body.type).toBe('/problems/person-separate')
    expect((await act(one.id, 'separate')).status).toBe(409)
  })

  it('with an account each, or withdrawn, are refused; the merged entry is edited no more', async () => {
    const [one, two] = await twice(`Từ chối ${randomUUID().slice(0, 8)}`)
    for (const { id } of [one, two]) await act(id, 'account', { sub: randomUUID() })
    const merge = { into: one.id, reason: 'x' }
    expect((await act(two.id, 'merge', merge)).body.type).toBe('/problems/account-linked')
    const three = await enter({ name: 'Nhầm' })
    await act(three.id, 'withdraw')
    expect((await act(three.id, 'merge', merge)).body.type).toBe('/problems/person-withdrawn')
    const four = await enter({ name: 'Bốn' })
    expect((await act(four.id, 'merge', merge, operator)).status).toBe(403)
    await act(four.id, 'merge', merge)
    const edit = administrator.put(`/api/persons/${four.id}`, { name: 'B' }, { version: 2 })
    expect((await edit).body.type).toBe('/problems/person-merged')
    expect((await act(four.id, 'separate', undefined, operator)).status).toBe(403)
  })

  it('keep what came with the other marked through an edit', async () => {
    const [one, two] = await twice(`Giữ ${randomUUID().slice(0, 8)}`)
    const { body } = await act(two.id, 'merge', { into: one.id, reason: 'x' })
    const { name, rank, stateTitle, posts } = body
    const plain = posts.map(({ via: _, ...post }: { via: string }) => post)
    const input = { name, rank, stateTitle, posts: plain, role: 'Thành viên Ban Chỉ đạo' }
    await administrator.put(`/api/persons/${one.id}`, input, { version: body.version })
    await act(two.id, 'separate')
    expect(await get(one.id)).toMatchObject({ posts: [], role: 'Thành viên Ban Chỉ đạo' })
  })
})

describe('a mistaken entry', () => {
  it('is withdrawn visibly, found only when asked for, and may stand again', async () => {
    const word = `Nhầm${randomUUID().slice(0, 6)}`
    const { id } = await enter({ name: word })
    expect((await act(id, 'withdraw', undefined, operator)).status).toBe(403)
    const gone = await act(id, 'withdraw', { reason: 'Không có người này' })
    expect(gone.body.withdrawn).toMatchObject({ by: administrator.sub, reason: 'Không có người này' })
    expect(await find(word)).toEqual([])
    expect(await find(word, '&withdrawn=true')).toEqual([id])
    expect((await get(id)).withdrawn.reason).toBe('Không có người này')
    expect((await act(id, 'withdraw')).body.type).toBe('/problems/person-withdrawn')
    expect((await act(id, 'account', { sub: randomUUID() })).body.type).toBe('/problems/person-withdrawn')
    expect((await act(id, 'restore', undefined, operator)).status).toBe(403)
    expect((await act(id, 'restore')).body.withdrawn).toBeUndefined()
    expect((await act(id, 'restore')).body.type).toBe('/problems/person-standing')
    expect(await find(word)).toEqual([id])
  })

  it('is not one while an account acts under it', async () => {
    const { id } = await enter({ name: 'Có tài khoản' })
    await act(id, 'account', { sub: randomUUID() })
    expect((await act(id, 'withdraw')).body.type).toBe('/problems/account-linked')
  })
})

describe('entries of before the index', () => {
  it('are found once they were indexed, and nothing of them changes', async () => {
    const word = `Cũ${randomUUID().slice(0, 6)}`
    const id = newId('prs')
    const {
      gsi2pk: _p,
      gsi2sk: _s,
      held: _h,
      ...item
    } = personItem({ id, name: word, posts: [], version: 1 })
    await plant([item as ReturnType<typeof personItem>])
    expect(await find(word)).toEqual([])
    await eventually(
      async () => {
        await indexPersons()
        expect(await find(word)).toEqual([id])
      },
      { timeout: 20_000, interval: 200 },
    )
    expect(await get(id)).toMatchObject({ name: word, version: 1, held: [] })
    await eventually(async () => expect((await loadPersonsNamed([word])).map((one) => one.id)).toEqual([id]))
  })
})
