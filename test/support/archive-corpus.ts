// Records and contributions as an archive of years holds them, made by one seed: what each says is known, and labels rest on that.
import { RecordHead } from '#functions/archive/schema.ts'
import type { Contribution } from '#functions/contributions/schema.ts'
import { unitNameOn } from '#functions/directory/rules.ts'
import { provincialPoliceOn, type UnitSeed, units } from '#functions/directory/units.data.ts'
import {
  documentOfContribution,
  documentOfRecord,
  type IndexedDocument,
} from '#functions/search/document.rules.ts'
import { civilDay } from '#functions/shared/time.ts'
import { givenNames, middleNames, openings, ranks, sentences, subjects, surnames } from './corpus-words.ts'

/** What a document was made of: everything a label may rest on. */
export type Facts = {
  id: string
  conferenceId: string
  year: string
  number: string
  title: string
  subject: string
  /** `rank name` of all who are named, the chair first. */
  people: { rank: string; name: string }[]
  unitIds: string[]
  saying: string
}

export type Made = { document: IndexedDocument; facts: Facts }

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The same numbers for the same seed, anywhere. */
export const randomOf = (seed: number) => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const some = <T>(list: readonly T[], count: number): T[] => {
    const rest = [...list]
    return Array.from(
      { length: Math.min(count, rest.length) },
      () => rest.splice(below(rest.length), 1)[0] as T,
    )
  }
  return { below, one, some }
}
type Random = ReturnType<typeof randomOf>

const ulid = (at: number): string => {
  let rest = at
  return Array.from({ length: 26 }, () => {
    const letter = letters[rest % letters.length] ?? '0'
    rest = Math.floor(rest / letters.length)
    return letter
  })
    .reverse()
    .join('')
}

const person = ({ one, below }: Random) => ({
  rank: one(ranks),
  name: [one(surnames), one(middleNames), ...(below(3) === 0 ? [one(givenNames)] : []), one(givenNames)].join(
    ' ',
  ),
})

const nameOf = (unit: UnitSeed, startsAt: string) => unitNameOn(unit, civilDay(startsAt))

const ministry = units[0] as UnitSeed

/** Ministry conferences of many provinces, and a province's own. */
const partOf = (random: Random, startsAt: string) => {
  const standing = provincialPoliceOn(civilDay(startsAt))
  const nationwide = random.below(4) === 0
  const host = nationwide ? ministry : random.one(standing)
  const invited = nationwide ? random.some(standing, 6) : []
  return { host, all: [host, ...invited] }
}

const hash = '0'.repeat(64)

const textOf = (random: Random, facts: Facts, names: string[], length: number): string[] => {
  const lines = Array.from({ length }, () =>
    random.one(sentences).replace('{n}', String(random.below(9000) + 10).replace(/\B(?=(\d{3})$)/, '.')),
  )
  lines.splice(random.below(length), 0, facts.saying)
  return [`Hội nghị ${facts.title}, năm ${facts.year}.`, `Thành phần tham dự: ${names.join('; ')}.`, ...lines]
}

type Shape = { from: number; years: number; sentences: number }

const recordOf = (random: Random, at: number, { from, years, sentences: length }: Shape): Made => {
  const year = from + random.below(years)
  const startsAt = new Date(
    Date.UTC(year, random.below(12), 1 + random.below(28), 1 + random.below(9)),
  ).toISOString()
  const { host, all } = partOf(random, startsAt)
  const subject = random.one(subjects)
  const people = Array.from({ length: 4 }, () => person(random))
  const names = all.map((unit) => nameOf(unit, startsAt))
  const facts: Facts = {
    id: `rec_${ulid(at)}`,
    conferenceId: `cnf_${ulid(at)}`,
    year: civilDay(startsAt).slice(0, 4),
    number: `${at + 1}/BB-${host === ministry ? 'BCA' : 'CAT'}`,
    title: `${random.one(openings)} ${subject}${host === ministry ? '' : ` của ${names[0]}`}`,
    subject,
    people,
    unitIds: all.map(({ id }) => id),
    saying: `Mã sáng kiến cơ sở số ${at + 5000} được nhân rộng.`,
  }
  const head = RecordHead.parse({
    id: facts.id,
    conferenceId: facts.conferenceId,
    number: facts.number,
    title: [facts.title],
    hostUnitId: host.id,
    classification: at % 10 === 9 ? 'internal' : 'public',
    startsAt,
    units: all.length,
    digest: hash,
    bytes: 1,
    n: at + 1,
    sealedAt: startsAt,
  })
  const lines = people.map(({ rank, name }) => `${rank} ${name}`)
  const text = {
    conference: { title: [facts.title], venue: 'Hội trường' },
    chairs: lines.slice(0, 1),
    secretaries: lines.slice(1, 2),
    persons: lines.slice(2).map((name, place) => ({ id: `prs_${at}-${place}`, name })),
    units: all.map((unit, place) => ({ id: unit.id, name: names[place] })),
    blocks: textOf(random, facts, names, length).map((line) => ({ kind: 'report', text: line })),
  }
  const sealed = { head, text: text as never, hostName: names[0] ?? '' }
  return { document: documentOfRecord(sealed, [`prs_chair-${at}`]), facts }
}

const paperOf = (random: Random, { document, facts }: Made, at: number): Made => {
  const unit = units.find(({ id }) => id === facts.unitIds.at(-1)) ?? ministry
  const subject = random.one(subjects)
  const author = person(random)
  const own: Facts = {
    ...facts,
    id: `ctb_${ulid(at)}`,
    number: '',
    title: `Kinh nghiệm ${subject} số ${at}`,
    subject,
    people: [author],
    unitIds: [unit.id],
    saying: `Bài học riêng thứ ${at + 70_000} từ cơ sở.`,
  }
  const contribution = {
    id: own.id,
    title: own.title,
    unitId: unit.id,
    author: { display: `${author.rank} ${author.name}` },
    coAuthors: [],
    state: 'delivered',
  } as unknown as Contribution
  const unitName = nameOf(unit, document.head.startsAt)
  return {
    document: documentOfContribution(contribution, own.saying, document.head, unitName, []),
    facts: own,
  }
}

/** So many records and one contribution to every fourth, in the order of their numbers. */
export function* corpus(count: number, shape: Shape, seed = 7): Generator<Made[]> {
  const random = randomOf(seed)
  for (let at = 0; at < count; at++) {
    const record = recordOf(random, at, shape)
    yield at % 4 === 0 ? [paperOf(random, record, at), record] : [record]
  }
}
