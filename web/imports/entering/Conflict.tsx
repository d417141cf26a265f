// Somebody else corrected the same entry meanwhile: what they changed, and how both come together.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import notes from '#web/ui/Note.module.css'
import classes from './Entering.module.css'
import { EntryWords } from './EntryWords.tsx'
import type { Part } from './merge.ts'
import type { Entering } from './useEntering.ts'

export const Conflict = ({ entering }: { entering: Entering }) => {
  const { t } = useTranslation('entering')
  return (
    <div className={notes.note} data-tone="problem" role="alert">
      <p className={notes.what}>{t('conflict.title')}</p>
      <ul className={notes.list}>
        {entering.theirs.map((part) => (
          <li key={`${part.list ?? ''} ${part.part}`}>
            <Changed part={part} />
            {part.both ? <b> {t('conflict.both')}</b> : null}
          </li>
        ))}
      </ul>
      <p>{t('conflict.hint')}</p>
      <div className={classes.acts}>
        <Button size="compact-sm" variant="default" onClick={entering.takeIn}>
          {t('conflict.takeIn')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={entering.forget}>
          {t('conflict.theirs')}
        </Button>
      </div>
    </div>
  )
}

const factNames = ['title', 'hostUnitId', 'level', 'form', 'classification', 'venue', 'held'] as const

const Changed = ({ part: { part, list, row } }: { part: Part }) => {
  const { t } = useTranslation('entering')
  if (!list) return t(`fact.${factNames.find((name) => name === part) ?? 'title'}`)
  return (
    <>
      {t(`section.${list}`)}: {row ? <EntryWords list={list} row={row} /> : t('conflict.removed')}
    </>
  )
}
