// Lines of persons read as the reports write them and written back; merging and taking apart, whatever was there.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesFor, hasWords, wordsOf } from '#functions/directory/find-persons.rules.ts'
import { editedPerson, mergePersons, separatePersons } from '#functions/directory/merge.rules.ts'
import { readPerson } from '#functions/directory/person-line.rules.ts'
import { identityOn, postsOn } from '#functions/directory/persons.rules.ts'
import { formalName } from '#functions/directory/rules.ts'
import type { Person } from '#functions/directory/stored.schema.ts'

describe('a line', () => {
  const lines: [string, object][] = [
    [
      'Trung tướng Lê Quốc Hùng, Uỷ viên TW Đảng, Thứ trưởng',
      { rank: 'Trung tướng', name: 'Lê Quốc Hùng', partyTitle: 'Uỷ viên TW Đảng', stateTitle: 'Thứ trưởng' },
    ],
    [
      'Nguyễn Mạnh Hiển, Ủy viên Trung ương Đảng, Bí Thư Tỉnh ủy, Chủ tịch Hội đồng nhân dân tỉnh Hải Dương',
      {
        name: 'Nguyễn Mạnh Hiển',
        partyTitle: 'Ủy viên Trung ương Đảng, Bí Thư Tỉnh ủy',
        stateTitle: 'Chủ tịch Hội đồng nhân dân tỉnh Hải Dương',
      },
    ],
    [
      'Đại tá Bùi Ngọc Phi, Giám đốc Công an tỉnh Hải Dương',
      { rank: 'Đại tá', name: 'Bùi Ngọc Phi', stateTitle: 'Giám đốc Công an tỉnh Hải Dương' },
    ],
    [
      'Vũ Thị Dược, Huyện ủy viên, Phó Chủ tịch UBND huyện',
      { name: 'Vũ Thị Dược', partyTitle: 'Huyện ủy viên', stateTitle: 'Phó Chủ tịch UBND huyện' },
    ],
    [
      'Trần Đức Quý, Phó Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và thực hiện phong trào bảo vệ ANTQ tỉnh',
      {
        name: 'Trần Đức Quý',
        stateTitle: 'Phó Chủ tịch UBND tỉnh',
        role: 'Trưởng Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và thực hiện phong trào bảo vệ ANTQ tỉnh',
      },
    ],
    [
      'Chúng Thị Chiên, Ủy viên BTV Tỉnh ủy, Phó Chủ tịch Thường trực HĐND tỉnh',
      {
        name: 'Chúng Thị Chiên',
        partyTitle: 'Ủy viên BTV Tỉnh ủy',
        stateTitle: 'Phó Chủ tịch Thường trực HĐND tỉnh',
      },
    ],
    [
      'Nguyễn Lam, Phó Trưởng Ban Dân vận Trung ương',
      { name: 'Nguyễn Lam', stateTitle: 'Phó Trưởng Ban Dân vận Trung ương' },
    ],
    ['Phó Giám đốc Công an tỉnh Ninh Bình', { stateTitle: 'Phó Giám đốc Công an tỉnh Ninh Bình' }],
    ['Đại tá', { rank: 'Đại tá' }],
    ['Thượng sĩ Đinh Trọng Soạn', { rank: 'Thượng sĩ', name: 'Đinh Trọng Soạn' }],
  ]

  it.each(lines)('%s', (line, identity) => {
    expect(readPerson(line)).toEqual(identity)
    expect(formalName(readPerson(line))).toBe(line)
  })

  it.each([
    ['Thứ trưởng Nguyễn Văn Sơn', { name: 'Nguyễn Văn Sơn', stateTitle: 'Thứ trưởng' }],
    ['Phó Chủ tịch UBND tỉnh Trần Đức Quý', { name: 'Trần Đức Quý', stateTitle: 'Phó Chủ tịch UBND tỉnh' }],
    [
      'đồng chí Đại tá Đinh Trọng Soạn, Phó Giám đốc',
      { rank: 'Đại tá', name: 'Đinh Trọng Soạn', stateTitle: 'Phó Giám đốc' },
    ],
    ['Chủ tịch UBND Thành phố Hồ Chí Minh', { stateTitle: 'Chủ tịch UBND Thành phố Hồ Chí Minh' }],
    [
      'Thiếu tướng  Lê Văn Tư ; Cục trưởng.',
      { rank: 'Thiếu tướng', name: 'Lê Văn Tư', stateTitle: 'Cục trưởng' },
    ],
    ['', {}],
  ])('read, not kept as written: %s', (line, identity) => {
    expect(readPerson(line)).toEqual(identity)
  })

  it('reads what it wrote', () => {
    const part = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
    const person = fc.record({
      rank: part('Trung tướng', 'Đại uý', 'Hạ sĩ'),
      name: fc.constantFrom('Lê Quốc Hùng', 'Nguyễn Lam', 'Đinh Trọng Soạn', 'H’Hen Niê'),
      partyTitle: part('Uỷ viên TW Đảng', 'Bí thư Tỉnh ủy', 'Huyện ủy viên'),
      stateTitle: part('Thứ trưởng', 'Giám đốc Sở Nội vụ', 'Phó Trưởng phòng PV05'),
      role: part('Trưởng Ban Chỉ đạo', 'Thành viên Ban Chỉ đạo 138 tỉnh'),
    })
    const told = (entry: object) =>
      Object.fromEntries(Object.entries(entry).filter(([, text]) => text !== undefined))
    fc.assert(
      fc.property(person, (entry) => {
        expect(readPerson(formalName(entry))).toEqual(told(entry))
      }),
    )
  })

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readPerson(text)).toBeTypeOf('object')
      }),
    )
  })
})

const day = fc.constantFrom('2018-01-01', '2020-06-30', '2022-11-23', undefined)
const text = fc.constantFrom('A', 'B', 'C')
const entry = (id: string): fc.Arbitrary<Person> =>
  fc
    .record({
      name: fc.option(text, { nil: undefined }),
      rank: fc.option(text, { nil: undefined }),
      stateTitle: fc.option(text, { nil: undefined }),
      held: fc.array(
        fc.record({ part: fc.constantFrom('rank' as const, 'role' as const), text, from: day, to: day }),
        { maxLength: 3 },
      ),
      posts: fc.array(fc.record({ unitId: text, title: text, from: fc.constant('2018-01-01') }), {
        maxLength: 3,
      }),
    })
    .map((fields) => ({ ...fields, id, version: 1 }))

const act = { at: '2022-11-23T00:00:00.000Z', by: 'a', reason: 'x' }
const facts = ({ version: _, filled: _f, ...person }: Person) => JSON.parse(JSON.stringify(person))

describe('merging', () => {
  it('loses nothing, and taking it back leaves both as they were', () => {
    fc.assert(
      fc.property(entry('prs_a'), entry('prs_b'), (a, b) => {
        const merged = mergePersons(a, b, act)
        for (const post of a.posts)
          expect(merged.survivor.posts).toContainEqual(expect.objectContaining(post))
        expect(merged.survivor.name).toBe(b.name ?? a.name)
        const apart = separatePersons(merged.duplicate, merged.survivor)
        expect(facts(apart.duplicate)).toEqual(facts(a))
        expect(facts(apart.survivor)).toEqual(facts(b))
      }),
    )
  })

  it('is taken back also after an edit, which keeps the marks', () => {
    const [a, b] = [
      {
        id: 'prs_a',
        rank: 'Đại tá',
        held: [],
        posts: [{ unitId: 'u', title: 't', from: '2020-01-01' }],
        version: 1,
      },
      { id: 'prs_b', name: 'B', held: [], posts: [], version: 1 },
    ]
    const { duplicate, survivor } = mergePersons(a, b, act)
    const { rank, posts } = survivor
    const edited = editedPerson(survivor, {
      name: 'B mới',
      rank,
      held: [],
      posts: posts.map(({ via: _, ...post }) => post),
    })
    expect(separatePersons(duplicate, edited).survivor).toMatchObject({ name: 'B mới', posts: [] })
    expect(separatePersons(duplicate, edited).survivor.rank).toBeUndefined()
  })
})

describe('on a day', () => {
  const person: Person = {
    id: 'prs_a',
    rank: 'Đại tá',
    held: [
      { part: 'rank', text: 'Thiếu tướng', from: '2020-01-01', to: '2021-12-31' },
      { part: 'rank', text: 'Trung tướng', from: '2021-06-01' },
    ],
    posts: [{ unitId: 'u', title: 't', from: '2020-01-01', to: '2020-12-31' }],
    version: 1,
  }

  it('the later of two overlapping ranks holds, both ends included', () => {
    const ranks = ['2019-12-31', '2020-01-01', '2021-06-01', '2022-01-01'].map(
      (on) => identityOn(person, on).rank,
    )
    expect(ranks).toEqual(['Đại tá', 'Thiếu tướng', 'Trung tướng', 'Trung tướng'])
  })

  it('posts hold from their first to their last day', () => {
    const held = ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map(
      (on) => postsOn(person, on).length,
    )
    expect(held).toEqual([0, 1, 1, 0])
  })
})

describe('words', () => {
  const person: Person = { id: 'prs_a', name: 'Đỗ Thị Ánh', rank: 'Đại tá', held: [], posts: [], version: 1 }

  it('are without diacritics, the name first, at most forty', () => {
    expect(wordsOf(person)).toEqual(['do', 'thi', 'anh', 'dai', 'ta'])
    const titled = { ...person, stateTitle: Array.from({ length: 90 }, (_, at) => `Từ${at}`).join(' ') }
    expect(wordsOf(titled)).toHaveLength(40)
  })

  it('all must be there, each by its beginning', () => {
    expect([hasWords(['do', 'thi', 'anh'], ['an', 'd']), hasWords(['do'], ['nh'])]).toEqual([true, false])
  })

  it('of two entries make them one only with the same name', () => {
    const others = [
      { ...person, id: 'prs_b', name: 'Do Thi Anh' },
      { ...person, id: 'prs_c', name: 'Đỗ Thị Ánh Tuyết' },
    ]
    expect(candidatesFor(person, others).map(({ person: { id }, because }) => [id, because])).toEqual([
      ['prs_b', ['name', 'rank']],
    ])
  })
})
