// Where an agenda stands: what is on, and what comes after it. Pure.
import { currentOf } from '#functions/conferences/agenda.rules.ts'
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'

/** What comes next is what has neither begun nor been dropped, after whatever began last. */
export const agendaPlace = (
  items: readonly AgendaItem[],
): { now: AgendaItem | undefined; next: AgendaItem | undefined } => {
  const begun = items.findLastIndex(({ spans }) => spans?.length)
  const next = items.slice(begun + 1).find(({ dropped }) => dropped === undefined)
  return { now: currentOf(items), next }
}
