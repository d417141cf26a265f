// Two people edit one agenda: what the other did, and whose is to stand.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import notes from '#web/ui/Note.module.css'
import type { changesBeside } from './agenda-plan.ts'
import classes from './scheduling.module.css'

type Props = {
  theirs: NonNullable<ReturnType<typeof changesBeside>>
  editing: { keepMine: () => void; forget: () => void }
}

export const AgendaConflict = ({ theirs, editing }: Props) => {
  const { t } = useTranslation('scheduling')
  const { added, removed, dropped, edited, reordered } = theirs
  const said = [
    ...added.map(({ id, title }) => ({ id, text: t('conflict.added', { title }) })),
    ...removed.map(({ id, title }) => ({ id, text: t('conflict.removed', { title }) })),
    ...dropped.map(({ id, title }) => ({ id, text: t('conflict.dropped', { title }) })),
    ...edited.map(({ id, title }) => ({ id: `${id}-edited`, text: t('conflict.edited', { title }) })),
    ...(reordered ? [{ id: 'order', text: t('conflict.reordered') }] : []),
  ]
  return (
    <div className={notes.note} data-tone="problem" role="alert">
      <p className={notes.what}>{t('conflict.agendaTitle')}</p>
      <p>{t('conflict.agendaHint')}</p>
      <ul className={classes.changes}>
        {said.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <div className={classes.acts}>
        <Button size="compact-sm" variant="default" onClick={editing.keepMine}>
          {t('conflict.mine')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={editing.forget}>
          {t('conflict.theirs')}
        </Button>
      </div>
    </div>
  )
}
