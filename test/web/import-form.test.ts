// A past conference in its form: back as it came, dates as documents say them, what a second editor changed, what is open.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ImportInput } from '#functions/imports/schema.ts'
import { importInput } from '#test/support/samples-imports.ts'
import { enterOnce } from '#web/imports/entering/enter-once.ts'
import { findingsOf } from '#web/imports/entering/findings.ts'
import { blankForm, type Form, placeOf } from '#web/imports/entering/form.ts'
import { formOf, inputOf } from '#web/imports/entering/form-input.ts'
import { heldOf, partDateOf, readHeld } from '#web/imports/entering/held-fields.ts'
import { merged, tellSame } from '#web/imports/entering/merge.ts'
import { withFields, withMoved, withoutRow, withoutStrays, withRow } from '#web/imports/entering/rows.ts'
import { ApiProblem } from '#web/lib/problem.ts'

const { constantFrom, option, record, array } = fc
const letter = constantFrom(...'aăâđêôơưẢKhội12 .,;:/“”-\u00a0')
const said = fc.string({ unit: letter, minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '')
const maybe = <T>(one: fc.Arbitrary<T>) => option(one, { nil: undefined })
const key = fc.stringMatching(/^[a-z]{1,6}(-[a-z0-9]{1,4})?$/)
const keys = constantFrom('bao', 'anh')
const from = record({ source: keys, place: maybe(said) })
const listed = <T extends { key: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { maxLength: 3, selector: (entry) => entry.key })
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const partDate = fc.tuple(day, constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length))
const half = maybe(constantFrom('morning' as const, 'afternoon' as const))
const held = fc.oneof(
  record({ precision: fc.constant('day' as const), value: day, part: half }),
  day.map((date) => ({ precision: 'month' as const, value: date.slice(0, 7) })),
  day.map((date) => ({ precision: 'year' as const, value: date.slice(0, 4) })),
  fc.constant({ precision: 'unknown' as const }),
)
const told = record({ key, from, text: said })
const count = maybe(fc.integer({ min: 0, max: 1_000_000 }))
const role = constantFrom('chair', 'conclusion', 'direction', 'report', 'speech', 'guest')
const award = constantFrom('excellent-flag', 'flag', 'certificate', 'letter')

/** Whatever the API takes, as it keeps it. */
const anyInput = record({
  title: array(said, { maxLength: 3 }),
  hostUnitId: constantFrom('unt_ubnd-ha-giang', 'unt_bca'),
  level: maybe(constantFrom('ministry', 'province', 'district', 'commune')),
  form: constantFrom('online', 'hybrid', 'in-person'),
  classification: constantFrom('public', 'internal'),
  venue: maybe(said),
  heldOn: held,
  sources: listed(
    record({
      key,
      title: said,
      publisher: maybe(said),
      publishedOn: maybe(partDate),
      url: maybe(constantFrom('https://baohagiang.vn/a?b=1', 'http://a.vn')),
      file: maybe(fc.constant('a'.repeat(64))),
    }),
  ).filter((sources) => sources.length > 0),
  persons: listed(
    record({
      key,
      from,
      personId: constantFrom('prs_a', 'prs_b'),
      said: maybe(said),
      roles: array(role, { minLength: 1, maxLength: 6 }),
    }),
  ),
  groups: listed(told),
  topics: listed(told),
  paragraphs: listed(
    record({ key, from, part: constantFrom('report', 'speech', 'conclusion'), by: maybe(key), text: said }),
  ),
  directives: listed(
    record({
      key,
      from,
      text: said,
      saidBy: maybe(said),
      ownerUnitIds: array(constantFrom('unt_a', 'unt_b'), { maxLength: 3 }),
      owners: maybe(said),
      dueOn: maybe(day),
      citations: array(key, { maxLength: 3 }),
    }),
  ),
  commendations: listed(
    record({
      key,
      from,
      awards: array(award, { maxLength: 4 }),
      authorities: array(said, { maxLength: 3 }),
      collectives: count,
      individuals: count,
      to: maybe(constantFrom('collectives', 'individuals')),
      recipients: array(said, { maxLength: 3 }),
      reason: maybe(said),
    }),
  ),
  figures: listed(record({ key, from, said, subject: said, period: maybe(said) })),
  citations: listed(record({ key, from, said })),
}).map((input) => ImportInput.parse(JSON.parse(JSON.stringify(input))))

/** Keys are drawn at random: what names nothing is left out, as the API demands. */
const anyForm = anyInput.map((input) => withoutStrays(formOf(input)))

describe('the form of a past conference', () => {
  it('gives back whatever the API takes', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(inputOf(formOf(input))).toEqual(input)
      }),
      { numRuns: 150 },
    )
  })

  it('makes keys of its own, and takes what names an entry along when that is taken out', () => {
    const begun = blankForm(7)
    const source = begun.lists.sources[0]?.key ?? ''
    const cited = withRow(begun, 'citations', 7)
    const twice = withRow(cited.form, 'citations', 7)
    expect(twice.key).not.toBe(cited.key)
    const directed = withRow(twice.form, 'directives', 1)
    const named = withFields(directed.form, 'directives', directed.key, {
      citationIds: `${cited.key} ${twice.key}`,
    })
    expect(inputOf(named).directives[0]?.from.source).toBe(source)
    const less = withoutRow(named, 'citations', cited.key)
    expect(inputOf(less).directives[0]?.citations).toEqual([twice.key])
    const unsourced = withoutRow(less, 'sources', source)
    expect(unsourced.lists.directives[0]?.fields.fromSource).toBe('')
    expect(findingsOf(unsourced, '2026-01-01').refused.map(({ code }) => code)).toContain('source-unknown')
    const turned = withMoved(twice.form, 'citations', 0, 1)
    expect(turned.lists.citations.map(({ key }) => key)).toEqual([twice.key, cited.key])
  })

  it('knows where a refusal belongs', () => {
    expect(placeOf('/figures/2/said')).toEqual({ section: 'figures', index: 2 })
    expect(placeOf('/heldOn/value')).toEqual({ section: 'held' })
    expect(placeOf('/venue')).toEqual({ section: 'conference' })
    expect(placeOf('/sources')).toEqual({ section: 'sources' })
  })
})

describe('the date of a document', () => {
  it.each([
    ['Chiều 6.11', '2020-11', { precision: 'day', value: '2020-11-06', part: 'afternoon' }],
    ['tháng 3 năm 2017', undefined, { precision: 'month', value: '2017-03' }],
    ['3/2017', undefined, { precision: 'month', value: '2017-03' }],
    ['năm 2017', '2018', { precision: 'year', value: '2017' }],
    ['31/2/2020', undefined, undefined],
    ['13/2017', undefined, undefined],
    ['Chiều 6.11', undefined, undefined],
  ])('%s, published %s', (text, published, read) => expect(readHeld(text, published)).toEqual(read))

  it.each([
    ['6/11/2020', '2020-11-06'],
    ['11.2020', '2020-11'],
    ['2020', '2020'],
    ['hôm qua', 'hôm qua'],
  ])('of publication %s is sent as %s', (typed, sent) => expect(partDateOf(typed)).toBe(sent))

  it('takes its year from the source, unless it was set right by hand', () => {
    const form = blankForm(1)
    const source = form.lists.sources[0]?.key ?? ''
    const dated = withFields(form, 'sources', source, { publishedOn: '11/2020' })
    const typed = { ...dated, facts: { ...dated.facts, heldSaid: 'Chiều 6.11' } }
    expect(heldOf(typed)).toEqual({ precision: 'day', value: '2020-11-06', part: 'afternoon' })
    const own = { ...typed.facts, heldOwn: 'yes', precision: 'year', heldValue: '2019', part: 'morning' }
    expect(heldOf({ ...typed, facts: own })).toEqual({ precision: 'year', value: '2019' })
  })
})

describe('two who correct one entry', () => {
  it('lose nothing where only one of them changed something', () => {
    fc.assert(
      fc.property(anyForm, anyForm, (base, other) => {
        expect(tellSame(merged({ base, mine: base, theirs: other }).form, other)).toBe(true)
        const kept = merged({ base, mine: other, theirs: base })
        expect([tellSame(kept.form, other), kept.parts]).toEqual([true, []])
      }),
      { numRuns: 60 },
    )
  })

  it('keep both, each their own entries, and are told of what both changed', () => {
    const base = formOf(ImportInput.parse(importInput))
    const add = (form: Form, chance: number, text: string) => {
      const more = withRow(form, 'groups', chance)
      return withFields(more.form, 'groups', more.key, { text })
    }
    const worded = (form: Form, reason: string) => withFields(form, 'commendations', 'co', { reason })
    const mine = worded(add(base, 1, 'lãnh đạo các sở'), 'của tôi')
    const theirs = worded(add(base, 2, 'các đại biểu'), 'của người kia')
    const { form, parts } = merged({ base, mine, theirs })
    expect(form.lists.groups.map(({ fields }) => fields.text).sort()).toEqual([
      'các đại biểu',
      'lãnh đạo các sở',
    ])
    expect(form.lists.commendations[0]?.fields.reason).toBe('của tôi')
    expect(parts.map(({ list, both }) => [list, both])).toEqual([
      ['groups', false],
      ['commendations', true],
    ])
  })
})

describe('what one took out', () => {
  it('is named by no entry of the other', () => {
    const base = withRow(blankForm(1), 'persons', 1)
    const said = withRow(base.form, 'paragraphs', 1)
    const theirs = withFields(said.form, 'paragraphs', said.key, { by: base.key, text: 'Báo cáo.' })
    const mine = withoutRow(base.form, 'persons', base.key)
    const { form } = merged({ base: base.form, mine, theirs })
    expect(form.lists.persons).toEqual([])
    expect(form.lists.paragraphs[0]?.fields).toMatchObject({ by: '', text: 'Báo cáo.' })
  })
})

describe('what is found beside the form', () => {
  it('is what the API would answer: gaps, notes, sources that differ', () => {
    const found = findingsOf(formOf(ImportInput.parse(importInput)), '2026-01-01')
    expect(found.missing).toEqual(['chair', 'venue'])
    expect(found.flags.map(({ pointer, flag }) => `${pointer} ${flag}`)).toContain(
      '/sources/0 publisher-missing',
    )
    expect(found.contradictions).toHaveLength(1)
    expect([found.refused, found.entries]).toEqual([[], 3])
  })

  it('stands whatever is not typed yet', () => {
    const lists = ['persons', 'paragraphs', 'directives', 'commendations', 'figures', 'citations'] as const
    const form = lists.reduce((form, list) => withRow(form, list, 1).form, blankForm(1))
    const found = findingsOf(form, '2026-01-01')
    expect(found.missing).toEqual(['title', 'date', 'chair', 'venue', 'level'])
    expect(found.entries).toBe(7)
  })
})

describe('what is entered while answers are lost', () => {
  type Made = { n: number; holds: string }
  const blank = blankForm(0)
  const saying = (venue: string): Form => ({ ...blank, facts: { ...blank.facts, venue } })
  const venueOf = ({ facts }: Form) => facts.venue ?? ''

  /** Makes one of each form that reaches it, whether it can say so or not. */
  const house = () => {
    const made = new Map<string, Made>()
    const line = { lost: 0, refused: false }
    let tried: Form | undefined
    const enter = async (form: Form): Promise<Made> => {
      if (line.refused) throw new ApiProblem('invalid-input', 400)
      const one = made.get(venueOf(form)) ?? { n: made.size + 1, holds: venueOf(form) }
      made.set(venueOf(form), one)
      line.lost -= 1
      if (line.lost >= 0) throw new ApiProblem('offline', 0)
      return one
    }
    const save = (form: Form) =>
      enterOnce(form, tried, {
        enter,
        correct: async (one) => Object.assign(one, { holds: venueOf(form) }),
        remember: (sent) => {
          tried = sent
        },
      })
    return { made, line, save }
  }

  it('is entered once, and says what was typed last', async () => {
    const { made, line, save } = house()
    line.lost = 2
    await expect(save(saying('Hà Giang'))).rejects.toThrow('offline')
    await expect(save(saying('Hội trường A'))).rejects.toThrow('offline')
    expect(await save(saying('Hội trường B'))).toEqual({ n: 1, holds: 'Hội trường B' })
    expect(made.size).toBe(1)
  })

  it('is sent as it is where the first try was refused', async () => {
    const { made, line, save } = house()
    line.refused = true
    await expect(save(saying('Hà Giang'))).rejects.toThrow('invalid-input')
    line.refused = false
    expect(await save(saying('Hội trường B'))).toEqual({ n: 1, holds: 'Hội trường B' })
    expect([...made.keys()]).toEqual(['Hội trường B'])
  })
})
