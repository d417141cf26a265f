// How good the search is: labelled questions over generated records, with recall and precision, and names it never misses.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unitNameOn } from '#functions/directory/rules.ts'
import { units } from '#functions/directory/units.data.ts'
import type { IndexedDocument } from '#functions/search/document.rules.ts'
import { conferenceWord, hostWord, unitWord } from '#functions/search/index-words.ts'
import { kinds } from '#functions/search/kinds.data.ts'
import { SearchQuery } from '#functions/search/schema.ts'
import { searchFiles } from '#functions/search/search-files.ts'
import type { Standing } from '#functions/search/standing.ts'
import { indexed } from '#functions/search/words.rules.ts'
import type { YearFile } from '#functions/search/year-file.ts'
import { fold } from '#functions/shared/text.ts'
import { corpus, type Made } from '#test/support/archive-corpus.ts'
import { openCorpus, writeCorpus } from '#test/support/corpus-files.ts'
import { type Labelled, labelled, named, withOldTones } from '#test/support/corpus-queries.ts'

const dir = mkdtempSync(join(tmpdir(), 'diemcau-quality-'))
let made: Made[]
let files: YearFile[]

beforeAll(() => {
  const groups = [...corpus(400, { from: 2019, years: 7, sentences: 12 })]
  made = groups.flat()
  files = openCorpus(dir, writeCorpus(dir, groups))
})
afterAll(() => {
  for (const { file } of files) file.close()
  rmSync(dir, { recursive: true, force: true })
})

const ask = (q: string, more: Partial<Record<keyof SearchQuery, string>> = {}, after?: string) =>
  searchFiles(
    { files, query: SearchQuery.parse({ q, limit: 50, ...more }), standing: { all: true }, units },
    after,
  )

/** Every id found, page after page. */
const everyId = (q: string): string[] => {
  const ids: string[] = []
  for (let after: string | undefined; ; ) {
    const { items, next, total } = ask(q, {}, after)
    ids.push(...items.map(({ id }) => id))
    if (!next) {
      expect([q, ids.length, new Set(ids).size]).toEqual([q, total, total])
      return ids
    }
    after = next
  }
}

const shown = 10

/** Recall over all that is found; precision over the first ten, or over as many as there are right ones. */
const judge = ({ q, right }: Labelled) => {
  const ids = everyId(q)
  const first = ids.slice(0, Math.min(shown, right.size))
  return {
    recall: ids.filter((id) => right.has(id)).length / right.size,
    precision: first.length === 0 ? 0 : first.filter((id) => right.has(id)).length / first.length,
    whole: ids.length === 0 ? 0 : ids.filter((id) => right.has(id)).length / ids.length,
  }
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe('labelled questions', () => {
  it('are answered: nearly everything right is found, and nearly all that comes first is right', () => {
    const questions = labelled(made)
    const judged = questions.map((question) => ({ ...question, ...judge(question) }))
    const poor = judged
      .filter(({ recall, precision }) => recall < 1 || precision < 1)
      .map(({ about, q, recall, precision, whole }) => `${about}: ${q} ${recall} ${precision} ${whole}`)
    const figures = {
      questions: questions.length,
      recall: mean(judged.map(({ recall }) => recall)),
      precision: mean(judged.map(({ precision }) => precision)),
      whole: mean(judged.map(({ whole }) => whole)),
    }
    if (process.env.FIGURES) process.stderr.write(`${JSON.stringify(figures)}\n${poor.join('\n')}\n`)
    expect(questions.length).toBeGreaterThanOrEqual(200)
    expect(figures.recall, poor.join('\n')).toBeGreaterThanOrEqual(0.99)
    expect(figures.precision, poor.join('\n')).toBeGreaterThanOrEqual(0.97)
    expect(figures.whole, poor.join('\n')).toBeGreaterThanOrEqual(0.9)
  })
})

const spellings: ((text: string) => string)[] = [
  (text) => text,
  fold,
  withOldTones,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => `"${text}"`,
  (text) => `  ${text.replaceAll(' ', '   ')}.`,
  (text) => text.replaceAll('Đ', 'Ð'),
]

describe('exact names', () => {
  it('are never missed, however they are spelt: people, titles, numbers, units', () => {
    const nameIn = ({ facts, document }: Made, which: number): string => {
      const unit = units.find(({ id }) => id === facts.unitIds[which % facts.unitIds.length])
      const names = [
        ...facts.people.flatMap(({ rank, name }) => [name, `${rank} ${name}`]),
        facts.title,
        facts.number || facts.title,
        unit ? unitNameOn(unit, document.head.startsAt.slice(0, 10)) : facts.title,
      ]
      return names[which % names.length] ?? ''
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: made.length - 1 }),
        fc.nat(50),
        fc.constantFrom(...spellings),
        (at, which, spell) => {
          const one = made[at] as Made
          return everyId(spell(nameIn(one, which))).includes(one.facts.id)
        },
      ),
      { numRuns: 150, seed: 6 },
    )
  })

  it('come first, whoever has their words elsewhere', () => {
    for (const { facts } of made.slice(0, 40)) {
      const name = facts.people[0]?.name ?? ''
      const bearers = named(made, name).size
      const first = ask(name).items.slice(0, bearers)
      if (bearers < 50) expect(first.map(({ id }) => id)).toContain(facts.id)
    }
  })
})

describe('words', () => {
  it('that stand far apart find what has them all, where nothing has them side by side', () => {
    for (const { facts } of made.filter(({ facts }) => facts.number).slice(0, 5)) {
      const words = [facts.title, facts.saying].flatMap((text) => text.split(' ').slice(0, 3))
      expect(everyId(words.join(' '))).toContain(facts.id)
    }
  })

  it('of digits are one number, with dots between thousands or without', () => {
    expect(indexed('2.932 đồng chí, 1.672.241 lượt')).toBe('2932 dong chi 1672241 luot')
    expect([indexed('2932'), indexed('mục 1.2')]).toEqual(['2932', 'muc 1 2'])
  })
})

describe('what is asked for alone', () => {
  const allOf = (
    more: Record<string, string>,
    standing: Standing = { all: true },
    years = files,
  ): string[] => {
    const ids: string[] = []
    const query = SearchQuery.parse({ limit: 50, ...more })
    for (let after: string | undefined; ; ) {
      const { items, next, total } = searchFiles({ files: years, query, standing, units }, after)
      ids.push(...items.map(({ id }) => id))
      if (!next) {
        expect(total).toBe(ids.length)
        return ids.sort()
      }
      after = next
    }
  }
  const those = (holds: (document: IndexedDocument) => boolean): string[] => {
    const ids = made.flatMap(({ document, facts }) => (holds(document) ? [facts.id] : []))
    expect([ids.length > 0, ids.length < made.length]).toEqual([true, true])
    return ids.sort()
  }
  const sample = () => made.flatMap(({ document }, at) => (at % 97 === 0 ? [document] : []))

  it('is all there is of a kind, a grade, a chair, a unit, and nothing besides', () => {
    for (const kind of kinds.filter((each) => made.some(({ document }) => document.head.kind === each)))
      expect(allOf({ kind })).toEqual(those(({ head }) => head.kind === kind))
    for (const classification of ['public', 'internal'])
      expect(allOf({ classification })).toEqual(those(({ head }) => head.classification === classification))
    for (const { concern } of sample()) {
      const [chair = '', unit = ''] = [concern.chairs[0], concern.units[0]]
      if (chair) expect(allOf({ chair })).toEqual(those(({ concern }) => concern.chairs.includes(chair)))
      const one = allOf({ unit, related: 'false' })
      expect(one).toEqual(those(({ concern }) => concern.units.includes(unit)))
    }
  })

  it('begins with the first instant of a period and ends before the last', () => {
    for (const { head } of sample()) {
      const year = head.startsAt.slice(0, 4)
      const to = `${year}-12-20T00:00:00.000Z`
      const inYear = files.filter((file) => file.year === year)
      const held = ({ head: { startsAt } }: IndexedDocument) => startsAt >= head.startsAt && startsAt < to
      if (head.startsAt < to)
        expect(allOf({ from: head.startsAt, to }, { all: true }, inYear)).toEqual(those(held))
      expect(
        allOf({ from: `${year}-01-02T00:00:00.000Z`, to: head.startsAt }, { all: true }, inYear),
      ).not.toContain(head.id)
    }
  })

  it('is what the asker may find: of a host, of a conference, of all that a unit took part in', () => {
    for (const { concern, head } of sample()) {
      const [unit = ''] = concern.units
      const as = (words: string[], ofUnits: string[] = []) => allOf({}, { all: false, words, units: ofUnits })
      expect(as([hostWord(concern.host)])).toEqual(those(({ concern: { host } }) => host === concern.host))
      const ofConference = those(({ concern: { conference } }) => conference === concern.conference)
      expect(as([conferenceWord(concern.conference)])).toEqual(ofConference)
      const tookPart = new Set(
        made.flatMap(({ document }) =>
          document.head.kind !== 'contribution' && document.concern.units.includes(unit)
            ? [document.concern.conference]
            : [],
        ),
      )
      const readable = those(
        (one) => one.concern.units.includes(unit) || tookPart.has(one.concern.conference),
      )
      expect([head.id, as([], [unitWord(unit)])]).toEqual([head.id, readable])
    }
  })
})

describe('anything typed', () => {
  it('is text: nothing throws, and no page has a document twice', () => {
    const odd = fc.string({
      unit: fc.constantFrom(
        ...'"*:^(){}-+,/\\ aàĐĐ1. NEARANDORNOT'.split(''),
        'ngày ',
        'Hà Nam ',
        '“',
        '\ue000',
      ),
    })
    fc.assert(
      fc.property(odd, (q) => {
        const asked = SearchQuery.safeParse({ q })
        if (!asked.success) return true
        const { items, total } = ask(q)
        return new Set(items.map(({ id }) => id)).size === items.length && items.length <= total
      }),
      { numRuns: 200 },
    )
  })
})
