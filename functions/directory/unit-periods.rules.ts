// A unit made of the periods a table tells, joined to what the register knows of the time before. Pure.
import { parentsOf, typesOf } from './rules.ts'
import { dayBefore, endedOn, type Spell, spellOn } from './spells.rules.ts'
import type { Unit } from './stored.schema.ts'
import type { Columns } from './unit-cells.rules.ts'
import { versionOf } from './unit-changes.rules.ts'
import type { Placed } from './unit-match.rules.ts'
import { shortNameOf } from './unit-names.rules.ts'

/** Neighbours that say the same are one spell. */
const joined = <S extends Spell>(spells: readonly S[], same: (a: S, b: S) => boolean): S[] => {
  const list: S[] = []
  for (const spell of spells) {
    const last = list.at(-1)
    if (last && same(last, spell)) list.splice(-1, 1, { ...spell, validFrom: last.validFrom })
    else list.push(spell)
  }
  return list
}

/** What the register knows of the time before the table's first day, then what the table says. */
const spellsOf = <S extends Spell>(
  known: readonly S[],
  periods: readonly Placed[],
  told: (period: Placed) => Omit<S, keyof Spell>,
  same: (a: S, b: S) => boolean,
): S[] => {
  const first = periods[0]?.from ?? ''
  const before = known.filter(({ validFrom }) => validFrom < first)
  const after = periods.map(
    (period) =>
      ({ ...told(period), validFrom: period.from, ...(period.to ? { validTo: period.to } : {}) }) as S,
  )
  return joined([...endedOn(before, dayBefore(first)), ...after], same)
}

const shortOf = ({ name, shortName, from }: Placed, known: Unit | undefined): string => {
  const spell = known && spellOn(known.names, from)
  return shortName ?? (spell?.name === name ? spell.shortName : shortNameOf(name))
}

/** An empty cell says nothing: what is known stays. */
const told = <T extends { length: number }>(
  periods: readonly Placed[],
  cell: (period: Placed) => T | undefined,
) => periods.findLast((period) => (cell(period)?.length ?? 0) > 0)

/** The unit as its periods and the register have it. */
export const unitOfPeriods = (
  periods: readonly Placed[],
  known: Unit | undefined,
  { at: columns }: Columns,
): Unit => {
  const [first] = periods
  if (!first) throw new Error('a unit without a period')
  const hasParents = columns.parent !== undefined || columns.parentCode !== undefined
  const parentOf = ({ parent, from }: Placed) =>
    hasParents || !known ? parent : spellOn(parentsOf(known), from).parent
  const names = spellsOf(
    known?.names ?? [],
    periods,
    (period) => ({ name: period.name, shortName: shortOf(period, known) }),
    (a, b) => a.name === b.name && a.shortName === b.shortName,
  )
  const types = spellsOf(
    known ? typesOf(known) : [],
    periods,
    ({ type }) => ({ type }),
    (a, b) => a.type === b.type,
  )
  const parents = spellsOf(
    known ? parentsOf(known) : [],
    periods,
    (period) => ({ parent: parentOf(period) }),
    (a, b) => a.parent === b.parent,
  )
  const email = told(periods, (period) => period.email)?.email ?? known?.email
  const validTo = names.at(-1)?.validTo
  return {
    id: first.id,
    type: types.at(-1)?.type ?? first.type,
    ...(types.length > 1 ? { types } : {}),
    parent: parents.at(-1)?.parent ?? null,
    ...(parents.length > 1 ? { parents } : {}),
    names,
    ...(email ? { email } : {}),
    validFrom: names[0]?.validFrom ?? first.from,
    ...(validTo ? { validTo } : {}),
    predecessors: told(periods, (p) => p.predecessors)?.predecessors ?? known?.predecessors ?? [],
    successors: told(periods, (p) => p.successors)?.successors ?? known?.successors ?? [],
    version: known ? versionOf(known) : 0,
  }
}
