// What a pasted table of delegates would enter: read here, corrected by the person, entered by another act.
import { loadPersonsNamed } from '#functions/directory/entity.ts'
import { formalNameOn, personOn } from '#functions/directory/persons.rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { civilDay } from '#functions/shared/time.ts'
import { atPoint } from './at-point.ts'
import { loadDelegates } from './entity.ts'
import { readPaste, withSuggestions } from './paste.rules.ts'
import type { Paste, PastePreview } from './paste.schema.ts'

/** Excel and Word put a table on the clipboard so: cells by tab, those with line breaks quoted. */
const cellsOf = async (table: string): Promise<string[][]> => {
  const { parseCsv } = await import('hucre/csv')
  return parseCsv(table, { delimiter: '\t' }).map((row) => row.map((cell) => String(cell ?? '')))
}

/** @param english the language of remarks */
export const previewPaste = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { table }: Paste,
  english: boolean,
): Promise<PastePreview> => {
  const { conference } = await atPoint(actor, 'delegates:write', conferenceId, pointId)
  const preview = readPaste(await cellsOf(table), {
    listed: await loadDelegates(conferenceId, pointId),
    english,
  })
  const names = preview.rows.flatMap(({ delegate }) => delegate.name ?? [])
  const day = civilDay(conference.startsAt)
  const named = (await loadPersonsNamed(names)).filter(({ withdrawn }) => !withdrawn)
  return withSuggestions(
    preview,
    named.map((person) => personOn(person, day)),
    (person) => formalNameOn(person, day),
  )
}
