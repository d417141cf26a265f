// How units are found: by any name they or those they took in have borne, diacritics or not, abbreviated as people do. Pure.
import { compareVietnamese, fold } from '#functions/shared/text.ts'
import { matchRank, standsOn, unitParentOn, unitShortNameOn, unitTypeOn } from './rules.ts'
import type { FoundUnit } from './schema.ts'
import { holdsOn, spellOn } from './spells.rules.ts'
import type { Unit } from './stored.schema.ts'
import { type UnitType, unitTypes } from './unit-types.data.ts'

/** What people write for whole phrases, then for single words. */
const phrases: readonly [RegExp, string][] = [
  [/\btt hue\b/g, 'thua thien hue'],
  [/\bbr vt\b/g, 'ba ria vung tau'],
  [/\b(tp ?hcm|tp ho chi minh|sai gon)\b/g, 'thanh pho ho chi minh'],
]

const abbreviations: Record<string, string> = {
  bca: 'bo cong an',
  ca: 'cong an',
  cat: 'cong an tinh',
  catp: 'cong an thanh pho',
  cax: 'cong an xa',
  cap: 'cong an phuong',
  catt: 'cong an thi tran',
  cah: 'cong an huyen',
  h: 'huyen',
  hcm: 'ho chi minh',
  hn: 'ha noi',
  p: 'phuong',
  q: 'quan',
  t: 'tinh',
  tp: 'thanh pho',
  tt: 'thi tran',
  tx: 'thi xa',
  ubnd: 'uy ban nhan dan',
  vp: 'van phong',
  x: 'xa',
}

/** Folded, with everything that is no letter or digit as one space: `Bà Rịa - Vũng Tàu` is `ba ria vung tau`. */
export const plain = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const expanded = (query: string): string => {
  const told = phrases.reduce((text, [short, long]) => text.replace(short, long), query)
  return told
    .split(' ')
    .map((word) => (Object.hasOwn(abbreviations, word) ? abbreviations[word] : word))
    .join(' ')
}

const levels =
  /^((?:cong an|uy ban nhan dan) |)(?:tinh|thanh pho|thi xa|thi tran|dac khu|huyen|quan|phuong|xa) /

/** Without the word of its level: people say `công an Ninh Bình`, documents `Công an tỉnh Ninh Bình`. */
export const withoutLevel = (name: string): string => name.replace(levels, '$1')

type Called = { key: string; name: string; validFrom: string; validTo?: string | undefined }
type Names = { called: Called[]; words: string[] }

const namesMade = new WeakMap<Unit, Names>()

/** Every form of every name, made once a unit: 3,353 of them are asked at every letter somebody types. */
const namesOf = (unit: Unit): Names => {
  const made = namesMade.get(unit)
  if (made) return made
  const called = unit.names.flatMap(({ name, shortName, ...spell }): Called[] => {
    const [long, short] = [plain(name), plain(shortName)]
    return [
      { key: long, name, ...spell },
      { key: withoutLevel(long), name, ...spell },
      { key: short, name: shortName, ...spell },
    ]
  })
  const words = [...new Set(unit.names.flatMap(({ shortName }) => withoutLevel(plain(shortName)).split(' ')))]
  const names = { called, words }
  namesMade.set(unit, names)
  return names
}

type Match = { score: number; name: string }

const better = (a: Match | undefined, b: Match | undefined): Match | undefined =>
  !a || (b && b.score < a.score) ? b : a

const inAnyOrder = (text: string, words: readonly string[]): boolean => {
  const there = text.split(' ')
  return words.every((word) => there.some((other) => other.startsWith(word)))
}

/** A query as typed, with abbreviations told in full, and without the word of a level. */
export type Query = { forms: string[]; loose: string; words: string[]; joined?: string | undefined }

const longEnough = 5

export const queryOf = (text: string): Query => {
  const typed = plain(text)
  const full = expanded(typed)
  const joined = !typed.includes(' ') && typed.length >= longEnough ? typed : undefined
  return { forms: [...new Set([typed, full])], loose: withoutLevel(full), words: full.split(' '), joined }
}

/** 0 exact, 1 prefix, 2 at a word, 3 within or in another order; undefined not at all. */
const rankOf = (key: string, { forms, loose, words, joined }: Query): number | undefined => {
  const ranks = forms.flatMap((form) => matchRank(key, form) ?? [])
  if (ranks.length > 0) return Math.min(...ranks)
  const loosely = matchRank(key, loose)
  if (loosely !== undefined) return 3
  if (words.length > 1 && inAnyOrder(key, words)) return 3
  return joined && key.replaceAll(' ', '').includes(joined) ? 3 : undefined
}

/** A name borne that day comes before one borne earlier or later that answers as well. */
const ownMatch = (unit: Unit, query: Query, day: string): Match | undefined =>
  namesOf(unit).called.reduce<Match | undefined>((best, called) => {
    const rank = rankOf(called.key, query)
    if (rank === undefined) return best
    return better(best, { score: rank * 2 + (holdsOn(called, day) ? 0 : 1), name: called.name })
  }, undefined)

const inheritance = 3
const byPlace = 10

/** Through those it had taken in by that day. */
const inherited = (unit: Unit, query: Query, day: string, byId: ReadonlyMap<string, Unit>) => {
  const takenIn = unit.predecessors
    .filter(({ on }) => on <= day)
    .flatMap(({ unit: id }) => byId.get(id) ?? [])
  const match = takenIn.reduce<Match | undefined>(
    (best, each) => better(best, ownMatch(each, query, spellOn(each.names, '9999').validFrom)),
    undefined,
  )
  return match && { ...match, score: match.score + inheritance }
}

/** `Gia Viễn Ninh Bình`: some words are its own, the others its parent's. */
const placed = (unit: Unit, { words }: Query, day: string, byId: ReadonlyMap<string, Unit>) => {
  if (words.length < 2) return undefined
  const parent = byId.get(unitParentOn(unit, day, byId) ?? '')
  if (!parent || !words.some((word) => namesOf(unit).words.some((own) => own.startsWith(word))))
    return undefined
  const name = spellOn(unit.names, day).name
  const whole = `${plain(name)} ${plain(unitShortNameOn(parent, day))}`
  return inAnyOrder(whole, words) ? { score: byPlace, name } : undefined
}

/** The best way a unit answers, if it does. */
const matchOf = (unit: Unit, query: Query, day: string, byId: ReadonlyMap<string, Unit>) =>
  better(ownMatch(unit, query, day), inherited(unit, query, day, byId)) ?? placed(unit, query, day, byId)

/** Units of any time that have ever borne a name like this. */
export const unitsNamed = (units: readonly Unit[], text: string): Unit[] => {
  const query = queryOf(text)
  return units.filter((unit) => namesOf(unit).called.some(({ key }) => rankOf(key, query) !== undefined))
}

export const levelOf = (type: string): number => (unitTypes[type as UnitType] ?? unitTypes.other).level

const found = (unit: Unit, day: string, byId: ReadonlyMap<string, Unit>, match?: Match): FoundUnit => {
  const { name, shortName } = spellOn(unit.names, day)
  const parent = unitParentOn(unit, day, byId)
  const above = byId.get(parent ?? '')
  return {
    id: unit.id,
    type: unitTypeOn(unit, day),
    parent,
    ...(above ? { parentName: spellOn(above.names, day).name } : {}),
    name,
    shortName,
    validFrom: unit.validFrom,
    ...(unit.validTo ? { validTo: unit.validTo } : {}),
    ...(match && match.name !== name && match.name !== shortName ? { through: match.name } : {}),
  }
}

type Hit = { unit: Unit; match: Match | undefined; level: number; name: string }

const byMerit = (a: Hit, b: Hit): number =>
  (a.match?.score ?? 0) - (b.match?.score ?? 0) || a.level - b.level || compareVietnamese(a.name, b.name)

type Page = { from?: number; limit?: number }

/**
 * Units that stand on a day, best answers first, then from the top of the hierarchy down and in Vietnamese order.
 * @param byId every unit there is: those taken in and those above are looked up in it
 */
export const findUnits = (
  units: readonly Unit[],
  byId: ReadonlyMap<string, Unit>,
  day: string,
  text?: string,
  { from = 0, limit = Number.POSITIVE_INFINITY }: Page = {},
): { items: FoundUnit[]; total: number } => {
  const query = text && plain(text) ? queryOf(text) : undefined
  const hits = units.flatMap((unit): Hit[] => {
    const match = query && matchOf(unit, query, day, byId)
    if ((text && !match) || !standsOn(unit, day)) return []
    return [{ unit, match, level: levelOf(unitTypeOn(unit, day)), name: spellOn(unit.names, day).name }]
  })
  const items = hits.toSorted(byMerit).slice(from, from + limit)
  return { items: items.map(({ unit, match }) => found(unit, day, byId, match)), total: hits.length }
}

/** The same over a list that is all there is. */
export const searchUnits = (units: readonly Unit[], day: string, text?: string): FoundUnit[] =>
  findUnits(units, new Map(units.map((unit) => [unit.id, unit])), day, text).items
