// Somebody else corrected the same entry meanwhile: what they changed, and how both come together.
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useUnitName } from '#web/lib/useUnitName.ts'
import { linesIn } from '#web/outcomes/outcome-fields.ts'
import notes from '#web/ui/Note.module.css'
import { classifications, forms, levels } from './ConferenceFields.tsx'
import { Discard } from './Discard.tsx'
import classes from './Entering.module.css'
import { EntryWords } from './EntryWords.tsx'
import { useDesk } from './entering-context.ts'
import type { Part } from './merge.ts'
import type { Entering } from './useEntering.ts'

export const Conflict = ({ entering }: { entering: Entering }) => {
  const { t } = useTranslation('entering')
  const note = useRef<HTMLDivElement>(null)
  // Whoever saved at the foot of the page must see it.
  useEffect(() => {
    note.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={note} className={notes.note} data-tone="problem" role="alert">
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
        <Button variant="default" onClick={entering.takeIn}>
          {t('conflict.takeIn')}
        </Button>
        <Discard word={t('conflict.theirs')} onDiscard={entering.forget} />
      </div>
    </div>
  )
}

const Changed = ({ part: { part, list, row, gone, value } }: { part: Part }) => {
  const { t } = useTranslation('entering')
  if (!list || !row)
    return (
      <>
        {t(`fact.${factNames.find((name) => name === part) ?? 'title'}`)}: <Value part={part} value={value} />
      </>
    )
  return (
    <>
      {t(`section.${list}`)}
      {gone ? ` ${t('conflict.removed')}` : ''}: <EntryWords list={list} row={row} />
    </>
  )
}

const factNames = ['title', 'hostUnitId', 'level', 'form', 'classification', 'venue', 'held'] as const

/** What the other left in a field. */
const Value = ({ part, value = '' }: { part: string; value?: string | undefined }) => {
  const { t } = useTranslation('entering')
  const { t: scheduling } = useTranslation('scheduling')
  const common = useTranslation().t
  const host = useUnitName(part === 'hostUnitId' ? value : undefined, `${useDesk().on}T05:00:00.000Z`)
  const level = levels.find((one) => one === value)
  const form = forms.find((one) => one === value)
  const range = classifications.find((one) => one === value)
  if (value === '') return t('conflict.emptied')
  if (part === 'hostUnitId') return host
  if (level) return scheduling(`level.${level}`)
  if (form) return common(`form.${form}`)
  return range ? common(`classification.${range}`) : linesIn(value).join('; ')
}
