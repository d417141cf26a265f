// What a pasted table of delegates would enter: read here, corrected by the person, entered by another act.
import { parseCsv } from 'hucre/csv'
import { loadAllPersons } from '#functions/directory/entity.ts'
import { formalNameOn, personOn } from '#functions/directory/persons.rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { civilDay } from '#functions/shared/time.ts'
import { atPoint } from './at-point.ts'
import { loadDelegates } from './entity.ts'
import { readPaste } from './paste.rules.ts'
import type { Paste, PastePreview } from './paste.schema.ts'

const cellsOf = (table: string): string[][] =>
  parseCsv(table, { delimiter: '\t' }).map((row) => row.map((cell) => String(cell ?? '')))

/** @param english the language of remarks */
export const previewPaste = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { table }: Paste,
  english: boolean,
): Promise<PastePreview> => {
  const { conference } = await atPoint(actor, 'delegates:write', conferenceId, pointId)
  const [listed, persons] = await Promise.all([loadDelegates(conferenceId, pointId), loadAllPersons()])
  const day = civilDay(conference.startsAt)
  const standing = persons.filter(({ merged, withdrawn }) => !merged && !withdrawn)
  const known = { listed, persons: standing.map((person) => personOn(person, day)), english }
  return readPaste(cellsOf(table), known, (person) => formalNameOn(person, day))
}
