// The agenda as planned and as it goes: planned and actual times, what is on now; whoever runs it starts and ends items.
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import classes from './Agenda.module.css'
import { AgendaRow, type Place } from './AgendaRow.tsx'
import type { AgendaAct } from './useAgendaAct.ts'

type Props = {
  items: readonly AgendaItem[]
  current?: string | undefined
  /** Given, items can be started and ended. */
  onAct?: ((act: AgendaAct) => void) | undefined
  busy?: boolean
}

export const Agenda = ({ items, current, onAct, busy = false }: Props) => {
  const { t } = useTranslation()
  const at = items.findIndex(({ id }) => id === current)
  const placeOf = ({ dropped, spans }: AgendaItem, index: number): Place => {
    if (index === at) return 'now'
    return dropped !== undefined || spans?.length || index < at ? 'done' : 'ahead'
  }
  return (
    <Panel title={t('agenda.title')} flush>
      {items.length === 0 ? <Empty title={t('agenda.none')} hint={t('agenda.noneHint')} /> : null}
      <ol className={classes.items}>
        {items.map((item, index) => (
          <AgendaRow key={item.id} item={item} place={placeOf(item, index)} onAct={onAct} busy={busy} />
        ))}
      </ol>
    </Panel>
  )
}
