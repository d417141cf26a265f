// How persons are named in records, in which order lists name them, and how they are found. Pure.
import { compareVietnamese, fold } from '#functions/shared/text.ts'
import { bestOf, formalName } from './rules.ts'
import type { Identity, ShownPerson } from './schema.ts'
import type { Person } from './stored.schema.ts'

export const shownPerson = ({ sub, ...person }: Person): ShownPerson => ({
  ...person,
  formalName: formalName(person),
  hasAccount: sub !== undefined,
})

/** Persons whose formal name answers a query; best matches first, then by precedence. */
export const searchPersons = (persons: readonly Person[], q?: string): Person[] => {
  const query = fold(q ?? '')
  return persons
    .flatMap((person) => {
      const rank = query ? bestOf([person.name ?? '', formalName(person)], query)?.rank : 0
      return rank === undefined ? [] : [{ rank, person }]
    })
    .toSorted((a, b) => a.rank - b.rank || byPrecedence(a.person, b.person))
    .map(({ person }) => person)
}

/** Party titles in falling order, folded; the first that a title contains places it. */
const partyOrder = [
  'tong bi thu',
  'thuong truc ban bi thu',
  'uy vien bo chinh tri',
  'bi thu trung uong dang',
  'uy vien ban bi thu',
  'uy vien trung uong dang',
  'uy vien ban chap hanh trung uong',
  'uy vien du khuyet',
  'bi thu',
  'uy vien ban thuong vu',
  'uy vien ban chap hanh',
]

/** State titles in falling order, folded. */
const stateOrder = [
  'chu tich nuoc',
  'thu tuong',
  'chu tich quoc hoi',
  'bo truong',
  'thu truong',
  'chu tich ubnd tinh',
  'truong ban',
  'cuc truong',
  'giam doc',
  'chanh van phong',
  'truong phong',
]

/** Ranks in falling order, folded. */
const rankOrder = [
  'dai tuong',
  'thuong tuong',
  'trung tuong',
  'thieu tuong',
  'dai ta',
  'thuong ta',
  'trung ta',
  'thieu ta',
  'dai uy',
  'thuong uy',
  'trung uy',
  'thieu uy',
  'thuong si',
  'trung si',
  'ha si',
]

/** A deputy stands directly after the head: half a place. Unknown titles after all known, no title last. */
const placeIn = (order: readonly string[], title: string | undefined): number => {
  if (!title) return order.length + 1
  const text = fold(title)
  const at = order.findIndex((words) => text.includes(words))
  if (at < 0) return order.length
  return text.includes(`pho ${order[at]}`) ? at + 0.5 : at
}

const givenName = (name: string) => name.split(' ').at(-1) ?? ''

/** The order of every list of people: Party title, then State title, then rank, then given name. */
export const byPrecedence = (a: Identity, b: Identity): number =>
  placeIn(partyOrder, a.partyTitle) - placeIn(partyOrder, b.partyTitle) ||
  placeIn(stateOrder, a.stateTitle) - placeIn(stateOrder, b.stateTitle) ||
  placeIn(rankOrder, a.rank) - placeIn(rankOrder, b.rank) ||
  compareVietnamese(givenName(a.name ?? ''), givenName(b.name ?? '')) ||
  compareVietnamese(a.name ?? '', b.name ?? '')
