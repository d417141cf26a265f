// Questions of archivists with the documents that answer them, by what the documents were made of.
import { units } from '#functions/directory/units.data.ts'
import { fold } from '#functions/shared/text.ts'
import { type Made, randomOf } from './archive-corpus.ts'

export type Labelled = { about: string; q: string; right: Set<string> }

/** Tone marks where they used to be put, and where they slip to. */
const oldTones: readonly [string, string][] = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ủy', 'uỷ'],
  ['Ủy', 'Uỷ'],
  ['úy', 'uý'],
  ['ũy', 'uỹ'],
]
export const withOldTones = (text: string): string =>
  oldTones.reduce((told, [now, then]) => told.replaceAll(now, then), text)

const shortRanks: Record<string, string> = {
  'Trung tướng': 'Tr. tướng',
  'Thượng tướng': 'Thg. tướng',
  'Đại tá': 'Đ. tá',
}

const idsOf = (made: readonly Made[], fits: (facts: Made['facts']) => boolean): Set<string> =>
  new Set(made.filter(({ facts }) => fits(facts)).map(({ facts }) => facts.id))

/** Who bears a name, or has one that goes on from it: `Lê Văn Sơn` is in `Lê Văn Sơn Hà`. */
export const named = (made: readonly Made[], name: string) =>
  idsOf(made, ({ people }) =>
    people.some((person) => ` ${fold(`${person.rank} ${person.name}`)} `.includes(` ${fold(name)} `)),
  )

const entitled = (made: readonly Made[], title: string) =>
  idsOf(made, (facts) => fold(facts.title).includes(fold(title)))

const relatedTo = (id: string): Set<string> => {
  const unit = units.find((one) => one.id === id)
  const others = [...(unit?.predecessors ?? []), ...(unit?.successors ?? [])].map((each) => each.unit)
  return new Set([id, ...others])
}

const ofUnit = (made: readonly Made[], id: string) =>
  idsOf(made, ({ unitIds }) => unitIds.some((one) => relatedTo(id).has(one)))

const both = (a: Set<string>, b: Set<string>) => new Set([...a].filter((id) => b.has(id)))

const people = (made: readonly Made[], picked: readonly Made[]): Labelled[] =>
  picked.flatMap(({ facts }, at) => {
    const { rank, name } = facts.people[at % facts.people.length] ?? { rank: '', name: '' }
    const right = named(made, name)
    const ranked = named(made, `${rank} ${name}`)
    return [
      { about: 'a name', q: name, right },
      { about: 'a name without its marks', q: fold(name), right },
      { about: 'a name in quotes', q: `“${name}”`, right },
      { about: 'a rank, written short, and a name', q: `${shortRanks[rank] ?? rank} ${name}`, right: ranked },
      {
        about: 'a name and a year',
        q: `${name} ${facts.year}`,
        right: both(
          right,
          idsOf(made, (each) => each.year === facts.year && each.id.startsWith('rec_')),
        ),
      },
    ]
  })

const titles = (made: readonly Made[], picked: readonly Made[]): Labelled[] =>
  picked.flatMap(({ facts: { title, number, id, saying } }) => [
    { about: 'a whole title', q: title, right: entitled(made, title) },
    { about: 'a title as it was spelt', q: withOldTones(title).toUpperCase(), right: entitled(made, title) },
    {
      about: 'a title whose last word is being typed',
      q: title.slice(0, -1),
      right: entitled(made, title.slice(0, -1)),
    },
    ...(number ? [{ about: 'a number', q: number, right: new Set([id]) }] : []),
    { about: 'a sentence in quotes', q: `"${saying}"`, right: new Set([id]) },
  ])

const places = (made: readonly Made[], count: number): Labelled[] =>
  units.slice(2, 2 + count).flatMap(({ id, names }) => {
    const name = names[0]
    if (!name || name.shortName === 'Huế' || name.shortName.startsWith('TP.')) return []
    const right = ofUnit(made, id)
    const short = name.name.replace('Công an', 'CA')
    return [
      { about: 'a place', q: fold(name.shortName), right },
      { about: 'a unit, written short', q: short, right },
    ]
  })

const mixed = (made: readonly Made[], picked: readonly Made[]): Labelled[] =>
  picked.flatMap(
    ({
      facts: {
        subject,
        people: [person],
        unitIds,
      },
    }) => {
      const unit = units.find(({ id }) => id === unitIds[0])
      if (!person || !unit || unit.type !== 'provincial-police') return []
      const name = unit.names[0]?.shortName ?? ''
      const here = ofUnit(made, unit.id)
      return [
        {
          about: 'a subject and a place',
          q: `${subject} ${name}`,
          right: both(entitled(made, subject), here),
        },
        {
          about: 'a name and a place',
          q: `${name} ${person.name}`,
          right: both(named(made, person.name), here),
        },
      ]
    },
  )

/** Some two hundred and more. */
export const labelled = (made: readonly Made[]): Labelled[] => {
  const random = randomOf(11)
  const records = made.filter(({ facts }) => facts.number)
  const papers = made.filter(({ facts }) => !facts.number)
  return [
    ...people(made, [...random.some(records, 16), ...random.some(papers, 6)]),
    ...titles(made, [...random.some(records, 14), ...random.some(papers, 6)]),
    ...places(made, 30),
    ...mixed(made, random.some(records, 20)),
  ].filter(({ right }) => right.size > 0)
}
