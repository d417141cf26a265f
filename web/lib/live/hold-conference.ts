// The conference as a screen holds it: its own version and its agenda's apart, of each the greater holds. Pure.
import { replaceEqualDeep } from '@tanstack/react-query'
import type { Agenda } from '#functions/conferences/agenda-acts.schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'

/** The conference without its agenda, whole: what is missing in it is no more. */
export type ConferenceTold = { told: 'conference'; value: Omit<Conference, 'agenda' | 'agendaVersion'> }
export type AgendaTold = { told: 'agenda'; value: Pick<Agenda, 'items' | 'version'> }

const agendaOf = ({ agenda, agendaVersion }: Conference) => ({ agenda, agendaVersion })

const answered = (held: Conference, answer: Conference): Conference => ({
  ...(held.version > answer.version ? held : answer),
  ...agendaOf(held.agendaVersion > answer.agendaVersion ? held : answer),
})

const told = (held: Conference, input: ConferenceTold | AgendaTold): Conference => {
  if (input.told === 'conference')
    return input.value.version > held.version ? { ...input.value, ...agendaOf(held) } : held
  const { items, version } = input.value
  return version > held.agendaVersion ? { ...held, agenda: items, agendaVersion: version } : held
}

/** What is held after an answer or a message came. */
export const holdConference = (
  held: Conference | undefined,
  input: Conference | ConferenceTold | AgendaTold,
): Conference => {
  if (!('told' in input)) return held ? replaceEqualDeep(held, answered(held, input)) : input
  if (!held) throw new Error('A message of a conference came before the conference.')
  return replaceEqualDeep(held, told(held, input))
}
