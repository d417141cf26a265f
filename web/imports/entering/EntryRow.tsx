// One entry: a line with what is open of it, or its fields; Alt with an arrow moves it, as the buttons do.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PlaceButtons } from '#web/conferences/scheduling/PlaceButtons.tsx'
import classes from './Entering.module.css'
import { EntryFields } from './EntryFields.tsx'
import { EntryWords } from './EntryWords.tsx'
import { useDesk } from './entering-context.ts'
import type { ListName, Row } from './form.ts'

type Props = {
  list: ListName
  row: Row
  index: number
  last: boolean
  onMove: (by: -1 | 1) => void
  onRemove: (() => void) | undefined
}

/** Within a field Alt with an arrow opens its choices. */
const stepOf = ({ altKey, key, target }: React.KeyboardEvent): -1 | 1 | undefined => {
  if (!altKey || (target instanceof Element && target.closest('[data-fields]'))) return undefined
  if (key === 'ArrowUp') return -1
  return key === 'ArrowDown' ? 1 : undefined
}

/** Whoever ends one field of one entry does not save the whole. */
const isEnterInField = ({ key, target }: React.KeyboardEvent): boolean =>
  key === 'Enter' && target instanceof HTMLInputElement

export const EntryRow = ({ list, row, index, last, onMove, onRemove }: Props) => {
  const { t } = useTranslation('entering')
  const { t: imports } = useTranslation('imports')
  const { opened, openEntry, closeEntry, findings, problem } = useDesk()
  const isOpen = opened.key === row.key
  const pointer = `/${list}/${index}`
  const what = imports(`part.${list}`, { n: index + 1 })
  const isRefused = [...(problem?.errors ?? []), ...findings.refused].some((error) =>
    error.pointer.startsWith(`${pointer}/`),
  )
  const flags = findings.flags.filter((flag) => `${flag.pointer}/`.startsWith(`${pointer}/`))
  return (
    <li
      className={classes.row}
      data-entry={row.key}
      data-open={isOpen || undefined}
      onKeyDown={(event) => {
        const step = stepOf(event)
        if (step) onMove(step)
        if (step || isEnterInField(event)) event.preventDefault()
      }}
    >
      <div className={classes.rowHead}>
        <button
          type="button"
          className={classes.rowOpen}
          aria-expanded={isOpen}
          onClick={() => (isOpen ? closeEntry(list, row.key) : openEntry(list, row.key))}
        >
          <span className={classes.nth}>{index + 1}.</span>
          <span>
            <span className="visually-hidden">{what}: </span>
            <EntryWords list={list} row={row} />
          </span>
        </button>
        <PlaceButtons
          what={what}
          first={index === 0}
          last={last}
          onMove={onMove}
          onRemove={onRemove}
          removeWord={t('remove', { what })}
        />
      </div>
      {isRefused && !isOpen ? <p className={classes.wrong}>{t('toRepair')}</p> : null}
      {flags.length > 0 && !isOpen ? (
        <p className={classes.flags}>{flags.map(({ flag }) => imports(`flag.${flag}`)).join(' · ')}</p>
      ) : null}
      {isOpen ? (
        <div className={classes.fields} data-fields>
          <EntryFields list={list} row={row} pointer={pointer} />
          <div>
            <Button variant="default" size="compact-sm" onClick={() => closeEntry(list, row.key)}>
              {t('done')}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  )
}
