// Whom a conference names, from the directory, as titled on its day.
import { loadPersons } from '#functions/directory/entity.ts'
import { formalName } from '#functions/directory/rules.ts'
import { type FieldError, Problem } from '#functions/shared/problem.ts'
import { civilDay } from '#functions/shared/time.ts'
import type { ConferenceInput } from './acts.schema.ts'
import { expectPlannable, expectStorable, planned } from './agenda.rules.ts'
import type { AgendaItem } from './agenda.schema.ts'
import type { AgendaItemInput } from './agenda-acts.schema.ts'
import type { Titled } from './persons.schema.ts'
import type { Named } from './rules.ts'
import type { Conference } from './schema.ts'

type Wanted = { pointer: string; id: string }

/** Each by id with rank and titles of the civil day of an instant. */
const titlesOf = async (ids: readonly string[], startsAt: string): Promise<Map<string, string>> => {
  const found = ids.length > 0 ? await loadPersons(ids, civilDay(startsAt)) : []
  return new Map(found.map((person) => [person.id, formalName(person)]))
}

/** @throws Problem `person-unknown` naming the fields */
const titledPersons = async (
  wanted: readonly Wanted[],
  startsAt: string,
): Promise<(id: string) => Titled> => {
  const titles = await titlesOf(
    wanted.map(({ id }) => id),
    startsAt,
  )
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

/**
 * @param before the conference's start and the agenda it has
 * @throws Problem `person-unknown`, `agenda-item-begun`, `secret-grade-refused`
 */
export const namedAgenda = async (
  items: readonly AgendaItemInput[],
  { agenda, startsAt }: Pick<Conference, 'agenda' | 'startsAt'>,
  pointer: string,
): Promise<AgendaItem[]> => {
  expectPlannable(items, agenda, pointer)
  const named = planned(items, agenda, await titledPersons(presentersIn(items, pointer), startsAt))
  expectStorable(named, pointer)
  return named
}

/** @throws Problem `person-unknown`, `agenda-item-begun`, `secret-grade-refused` */
export const namedIn = async (input: ConferenceInput, before: readonly AgendaItem[] = []): Promise<Named> => {
  const { chairs, deputyChair, secretary } = input
  const wanted = [
    ...chairs.map((id, at) => ({ pointer: `/chairs/${at}`, id })),
    ...(deputyChair ? [{ pointer: '/deputyChair', id: deputyChair }] : []),
    ...(secretary ? [{ pointer: '/secretary', id: secretary }] : []),
  ]
  const { startsAt } = input
  const titled = await titledPersons(wanted, startsAt)
  return {
    chairs: chairs.map(titled),
    ...(deputyChair ? { deputyChair: titled(deputyChair) } : {}),
    ...(secretary ? { secretary: titled(secretary) } : {}),
    agenda: input.agenda
      ? await namedAgenda(input.agenda, { agenda: [...before], startsAt }, '/agenda')
      : [...before],
  }
}

/** A conference put to another date names everybody as titled on that one. */
export const retitled = async (conference: Conference): Promise<Conference> => {
  const { chairs, deputyChair, secretary, agenda, startsAt } = conference
  const presenters = agenda.flatMap((item) => item.presenters ?? [])
  const people = [...chairs, ...presenters, ...[deputyChair, secretary].flatMap((one) => one ?? [])]
  const titles = await titlesOf(
    people.map(({ personId }) => personId),
    startsAt,
  )
  const anew = ({ personId, display }: Titled): Titled => ({
    personId,
    display: titles.get(personId) ?? display,
  })
  return {
    ...conference,
    chairs: chairs.map(anew),
    ...(deputyChair ? { deputyChair: anew(deputyChair) } : {}),
    ...(secretary ? { secretary: anew(secretary) } : {}),
    agenda: agenda.map((item) =>
      item.presenters ? { ...item, presenters: item.presenters.map(anew) } : item,
    ),
  }
}
