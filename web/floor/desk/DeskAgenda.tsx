// What is on and what comes next, with the step between them; and, at the end, the close.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ActButton } from './ActButton.tsx'
import classes from './Desk.module.css'
import { EndDialog } from './EndDialog.tsx'
import type { DeskActs } from './useDeskActs.ts'

type Props = { acts: DeskActs | undefined; agenda: DeskActs['agenda']; busy: boolean }

export const DeskAgenda = ({ acts, agenda, busy }: Props) => {
  const { t } = useTranslation('desk')
  const [ending, setEnding] = useState(false)
  return (
    <Panel title={t('agenda')}>
      <dl className={classes.agenda}>
        <dt>{t('item.now')}</dt>
        <dd className={classes.on}>{agenda.now?.title ?? t('nothingOn')}</dd>
        <dt>{t('item.next')}</dt>
        <dd>
          {agenda.next?.title ?? t('nothingNext')} <Planned item={agenda.next} />
        </dd>
      </dl>
      {acts ? (
        <div className={classes.agendaActs}>
          <ActButton act={acts.item} of="item" busy={busy}>
            {t('act.item')}
          </ActButton>
          <Button variant="subtle" size="md" h={52} disabled={busy} onClick={() => setEnding(true)}>
            {t('act.end')}
          </Button>
        </div>
      ) : null}
      {acts?.end ? <EndDialog open={ending} onClose={() => setEnding(false)} onEnd={acts.end} /> : null}
    </Panel>
  )
}

const Planned = ({ item }: { item: AgendaItem | undefined }) =>
  item?.plannedAt ? <span className={classes.quiet}>{hourMinute(item.plannedAt)}</span> : null
