// The entries of one list: each a line until it is edited, moved, taken out; one more is added at the end.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Entering.module.css'
import { EntryRow } from './EntryRow.tsx'
import { useDesk } from './entering-context.ts'
import { bounds } from './findings.ts'
import type { ListName } from './form.ts'
import { withMoved, withoutRow, withRow } from './rows.ts'

const mostSources = 20

export const Entries = ({ list }: { list: ListName }) => {
  const { t } = useTranslation('entering')
  const { entering, findings, openEntry, say } = useDesk()
  const rows = entering.form.lists[list]
  const isFull = findings.entries >= bounds.entries || (list === 'sources' && rows.length >= mostSources)
  const add = () => {
    let made = ''
    entering.update((form) => {
      const more = withRow(form, list, Date.now())
      made = more.key
      return more.form
    })
    openEntry(list, made)
  }
  const move = (index: number, by: -1 | 1) => {
    entering.update((form) => withMoved(form, list, index, by))
    say(t('movedTo', { place: Math.max(1, Math.min(rows.length, index + 1 + by)) }))
  }
  const remove = (key: string) => {
    entering.update((form) => withoutRow(form, list, key))
    openEntry(list, undefined)
    say(t('removed'))
  }
  return (
    <>
      {rows.length === 0 ? <p className={classes.quiet}>{t('noEntries')}</p> : null}
      <ol className={classes.rows}>
        {rows.map((row, index) => (
          <EntryRow
            key={row.key}
            list={list}
            row={row}
            index={index}
            last={index === rows.length - 1}
            onMove={(by) => move(index, by)}
            onRemove={list === 'sources' && rows.length === 1 ? undefined : () => remove(row.key)}
          />
        ))}
      </ol>
      <div className={classes.acts}>
        <Button variant="default" disabled={isFull} onClick={add}>
          {t(`add.${list}`)}
        </Button>
        {isFull ? <span className={classes.quiet}>{t('full')}</span> : null}
      </div>
    </>
  )
}
