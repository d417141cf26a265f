// What becomes of the entries of a form: added, worded, moved, taken out with whatever named them. Pure.
import { moved } from '#web/conferences/scheduling/agenda-plan.ts'
import { type Fields, listIn } from '#web/outcomes/outcome-fields.ts'
import { type Form, type ListName, newKey, type Row } from './form.ts'

const withList = (form: Form, list: ListName, rows: Row[]): Form => ({
  ...form,
  lists: { ...form.lists, [list]: rows },
})

/** One entry follows the other out of the same document. */
const sourceFor = ({ lists }: Form, list: ListName): Fields => {
  if (list === 'sources') return {}
  const { fromSource, fromPlace = '' } = lists[list].at(-1)?.fields ?? {}
  return { fromSource: fromSource || (lists.sources[0]?.key ?? ''), fromPlace }
}

const firstFields: Partial<Record<ListName, Fields>> = { paragraphs: { part: 'report' } }

/** @returns the form with one more entry, and its key */
export const withRow = (form: Form, list: ListName, chance: number): { form: Form; key: string } => {
  const rows = form.lists[list]
  const key = newKey(list, rows, chance)
  const fields = { ...firstFields[list], ...sourceFor(form, list) }
  return { form: withList(form, list, [...rows, { key, fields }]), key }
}

export const withFields = (form: Form, list: ListName, key: string, more: Fields): Form =>
  withList(
    form,
    list,
    form.lists[list].map((row) => (row.key === key ? { ...row, fields: { ...row.fields, ...more } } : row)),
  )

export const withMoved = (form: Form, list: ListName, index: number, by: -1 | 1): Form =>
  withList(form, list, moved(form.lists[list], index, by))

type Naming = { of: ListName; name: string }

/** Which fields name an entry of a list. */
const naming = (list: ListName): Naming[] => {
  if (list === 'persons') return [{ of: 'paragraphs', name: 'by' }]
  return list === 'citations' ? [{ of: 'directives', name: 'citationIds' }] : []
}

const unnamed = (rows: Row[], name: string, key: string): Row[] =>
  rows.map((row) => {
    const named = listIn(row.fields[name])
    if (!named.includes(key)) return row
    return { ...row, fields: { ...row.fields, [name]: named.filter((one) => one !== key).join(' ') } }
  })

/** Two people worked at once: what one of them took out, an entry of the other may still name. */
export const withoutStrays = (form: Form): Form =>
  (['persons', 'citations'] as const).reduce((form, list) => {
    const known = new Set(form.lists[list].map(({ key }) => key))
    return naming(list).reduce((form, { of, name }) => {
      const strays = form.lists[of]
        .flatMap(({ fields }) => listIn(fields[name]))
        .filter((key) => !known.has(key))
      return withList(
        form,
        of,
        strays.reduce((rows, key) => unnamed(rows, name, key), form.lists[of]),
      )
    }, form)
  }, form)

/** Whatever named the entry names it no more; who said a thing is asked again where its source is taken out. */
export const withoutRow = (form: Form, list: ListName, key: string): Form => {
  const rest = withList(
    form,
    list,
    form.lists[list].filter((row) => row.key !== key),
  )
  const names =
    list === 'sources'
      ? (Object.keys(rest.lists) as ListName[]).map((of) => ({ of, name: 'fromSource' }))
      : naming(list)
  return names.reduce((form, { of, name }) => withList(form, of, unnamed(form.lists[of], name, key)), rest)
}
