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

const steps = { ArrowUp: -1, ArrowDown: 1 } as const

export const EntryRow = ({ list, row, index, last, onMove, onRemove }: Props) => {
  const { t } = useTranslation('entering')
  const { t: imports } = useTranslation('imports')
  const { opened, openEntry, findings, problem } = useDesk()
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
        if (!event.altKey || !(event.key === 'ArrowUp' || event.key === 'ArrowDown')) return
        event.preventDefault()
        onMove(steps[event.key])
      }}
    >
      <div className={classes.rowHead}>
        <button
          type="button"
          className={classes.rowOpen}
          aria-expanded={isOpen}
          onClick={() => openEntry(list, isOpen ? undefined : row.key)}
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
        <div className={classes.fields}>
          <EntryFields list={list} row={row} pointer={pointer} />
          <div>
            <Button variant="default" size="compact-sm" onClick={() => openEntry(list, undefined)}>
              {t('done')}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  )
}
