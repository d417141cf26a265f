// Whom a conference names, from the directory, as titled now.
import { loadPersons } from '#functions/directory/entity.ts'
import { formalName } from '#functions/directory/rules.ts'
import { type FieldError, Problem } from '#functions/shared/problem.ts'
import { expectPlannable, planned } from './agenda.rules.ts'
import type { AgendaItem, AgendaItemInput } from './agenda.schema.ts'
import type { Titled } from './persons.schema.ts'
import type { Named } from './rules.ts'
import type { ConferenceInput } from './schema.ts'

type Wanted = { pointer: string; id: string }

/** @throws Problem `person-unknown` naming the fields */
const titledPersons = async (wanted: readonly Wanted[]): Promise<(id: string) => Titled> => {
  const found = wanted.length > 0 ? await loadPersons(wanted.map(({ id }) => id)) : []
  const titles = new Map(found.map((person) => [person.id, formalName(person)]))
  const errors = wanted.flatMap(({ pointer, id }): FieldError[] =>
    titles.has(id) ? [] : [{ pointer, code: 'person-unknown', message: id }],
  )
  if (errors.length > 0) throw new Problem('person-unknown', { errors })
  return (personId) => ({ personId, display: titles.get(personId) ?? personId })
}

const presentersIn = (items: readonly AgendaItemInput[], pointer: string): Wanted[] =>
  items.flatMap(({ presenterIds = [] }, at) =>
    presenterIds.map((id, place) => ({ pointer: `${pointer}/${at}/presenterIds/${place}`, id })),
  )

/** @throws Problem `person-unknown`, `agenda-item-begun`, `secret-grade-refused` */
export const namedAgenda = async (
  items: readonly AgendaItemInput[],
  before: readonly AgendaItem[],
  pointer: string,
): Promise<AgendaItem[]> => {
  expectPlannable(items, before, pointer)
  return planned(items, before, await titledPersons(presentersIn(items, pointer)))
}

/** @throws Problem `person-unknown`, `agenda-item-begun`, `secret-grade-refused` */
export const namedIn = async (input: ConferenceInput, before: readonly AgendaItem[] = []): Promise<Named> => {
  const { chairs, deputyChair, secretary } = input
  const titled = await titledPersons([
    ...chairs.map((id, at) => ({ pointer: `/chairs/${at}`, id })),
    ...(deputyChair ? [{ pointer: '/deputyChair', id: deputyChair }] : []),
    ...(secretary ? [{ pointer: '/secretary', id: secretary }] : []),
  ])
  return {
    chairs: chairs.map(titled),
    ...(deputyChair ? { deputyChair: titled(deputyChair) } : {}),
    ...(secretary ? { secretary: titled(secretary) } : {}),
    agenda: input.agenda ? await namedAgenda(input.agenda, before, '/agenda') : [...before],
  }
}
