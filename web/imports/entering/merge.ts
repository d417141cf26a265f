// Two people correct one entry: what the other changed is taken in, what was typed here stays. Pure.
import { listNames } from '#functions/imports/schema.ts'
import type { Fields } from '#web/outcomes/outcome-fields.ts'
import { type Form, type ListName, listsOf, type Row } from './form.ts'
import { heldOf } from './held-fields.ts'
import { withoutStrays } from './rows.ts'

/** One part of an entry that somebody changed, as they left it; `gone` where they took it out. */
export type Part = { part: string; both: boolean; list?: ListName; row?: Row; gone?: boolean; value?: string }

/** Only of the page: a sentence to fill from, the name of a file. */
const helpers = ['line', 'fileName']

/** When it was held is one thing, told in several fields. */
const heldNames = ['heldSaid', 'heldOwn', 'precision', 'heldValue', 'part']

const plain = (fields: Fields): string =>
  JSON.stringify(
    Object.entries(fields)
      .filter(([name, value]) => value.trim() !== '' && !helpers.includes(name))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )

const isSame = (one: Row | undefined, other: Row | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && plain(one.fields) === plain(other.fields))

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])))

type Three<T> = { base: T; mine: T; theirs: T }

/** What a part tells: when it was held is told by what is understood, however it is typed. */
const toldBy = (form: Form, names: readonly string[]): string =>
  names === heldNames ? JSON.stringify(heldOf(form)) : plain(pick(form.facts, names))

const mergeFacts = ({ base, mine, theirs }: Three<Form>): { facts: Fields; parts: Part[] } => {
  const singles = Object.keys(theirs.facts).filter((name) => !heldNames.includes(name))
  const groups: [string, readonly string[]][] = [
    ...singles.map((name): [string, string[]] => [name, [name]]),
    ['held', heldNames],
  ]
  const differ = (names: readonly string[], one: Form, other: Form) =>
    toldBy(one, names) !== toldBy(other, names)
  const changed = groups.filter(([, names]) => differ(names, base, theirs) && differ(names, mine, theirs))
  const parts = changed.map(
    ([part, names]): Part => ({
      part,
      value: theirs.facts[names[0] ?? ''] ?? '',
      both: differ(names, base, mine),
    }),
  )
  const taken = changed.filter((_, at) => !parts[at]?.both).flatMap(([, names]) => names)
  return { facts: { ...mine.facts, ...pick(theirs.facts, taken) }, parts }
}

const byKey = (rows: readonly Row[]) => new Map(rows.map((row) => [row.key, row]))

/** Entries stand in the order given here; what the other added follows. */
const mergeRows = (list: ListName, { base, mine, theirs }: Three<Row[]>) => {
  const [was, here, there] = [byKey(base), byKey(mine), byKey(theirs)]
  const moved = JSON.stringify([...was.keys()]) !== JSON.stringify([...here.keys()])
  const order = moved ? [...here.keys(), ...there.keys()] : [...there.keys(), ...here.keys()]
  const parts: Part[] = []
  const rows = [...new Set([...order, ...was.keys()])].flatMap((key): Row[] => {
    const [old, own, other] = [was.get(key), here.get(key), there.get(key)]
    const changedThere = !isSame(old, other)
    const changedHere = !isSame(old, own)
    const row = other ?? own ?? old
    if (row && changedThere && !isSame(own, other))
      parts.push({ part: key, list, row, gone: other === undefined, both: changedHere })
    const kept = changedHere ? own : other
    return kept ? [kept] : []
  })
  return { rows, parts }
}

/** @param base what both began from @returns both together, and what the other changed since */
export const merged = (forms: Three<Form>): { form: Form; parts: Part[] } => {
  const { facts, parts } = mergeFacts(forms)
  const of = (list: ListName) =>
    mergeRows(list, {
      base: forms.base.lists[list],
      mine: forms.mine.lists[list],
      theirs: forms.theirs.lists[list],
    })
  const lists = listsOf((list) => of(list).rows)
  return {
    form: withoutStrays({ facts, lists }),
    parts: [...parts, ...listNames.flatMap((list) => of(list).parts)],
  }
}

const withoutHeld = (facts: Fields) =>
  pick(
    facts,
    Object.keys(facts).filter((name) => !heldNames.includes(name)),
  )

/** Whether two states of a form tell the same. */
export const tellSame = (one: Form, other: Form): boolean =>
  toldBy(one, heldNames) === toldBy(other, heldNames) &&
  plain(withoutHeld(one.facts)) === plain(withoutHeld(other.facts)) &&
  listNames.every(
    (list) =>
      one.lists[list].length === other.lists[list].length &&
      one.lists[list].every(
        (row, at) => row.key === other.lists[list][at]?.key && isSame(row, other.lists[list][at]),
      ),
  )
