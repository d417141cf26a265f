// An edit of the agenda beside those of others: a document of its own, with a version of its own.
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { useKept } from '#web/lib/useKept.ts'
import { changesBeside, type Row, rowsOf, withAdded } from './agenda-plan.ts'

type Kept = { rows: Row[]; base: { version: number; items: AgendaItem[] } }

export const useAgendaEditing = ({ id, agenda, agendaVersion, startsAt }: Conference) => {
  const { kept, keep, now, forget } = useKept<Kept>(`agenda.${id}`)
  const standing = rowsOf(agenda, startsAt)
  const here = { version: agendaVersion, items: agenda }
  const base = kept.base ?? here
  const rows = kept.rows ?? standing
  const theirs = kept.rows && base.version < agendaVersion ? changesBeside(base.items, agenda) : undefined
  return {
    rows,
    dirty: JSON.stringify(rows) !== JSON.stringify(standing),
    theirs,
    version: theirs ? base.version : agendaVersion,
    change: (next: Row[]) => keep({ rows: next, base }),
    keepMine: () => keep({ rows: withAdded(rows, standing, base.items), base: here }),
    forget,
    /** Once rows are saved: what was typed while they were on their way stays to be saved. */
    saved: (sent: readonly Row[]) => {
      const { rows: later } = now()
      if (later && JSON.stringify(later) !== JSON.stringify(sent)) keep({ rows: later })
      else forget()
    },
  }
}
