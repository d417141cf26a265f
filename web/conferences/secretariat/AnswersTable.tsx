// One line a unit: its letter, how far it has answered, the counts; its delegation opens below it.
import { ActionIcon } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.css'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'
import table from '#web/ui/table.module.css'
import { AnswerDelegates } from './AnswerDelegates.tsx'
import classes from './Answers.module.css'
import type { UnitLine } from './answer-lines.ts'
import { useAnswerRow } from './useAnswerRow.ts'

const tones: Record<UnitLine['standing'], Tone> = { none: 'warn', open: 'busy', complete: 'good' }

export const AnswersTable = ({ conferenceId, lines }: { conferenceId: string; lines: UnitLine[] }) => {
  const { head } = useAnswerRow()
  return (
    <table className={`${table.table} ${classes.table}`}>
      <thead>
        <tr>
          {head.map((word, at) => (
            <th key={word} scope="col" className={at > 2 ? table.number : undefined}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-rows>
        {lines.map((line) => (
          <Unit key={line.pointId} conferenceId={conferenceId} line={line} />
        ))}
      </tbody>
    </table>
  )
}

const Unit = ({ conferenceId, line }: { conferenceId: string; line: UnitLine }) => {
  const { t } = useTranslation('secretariat')
  const { letterOf, standingOf } = useAnswerRow()
  const [open, setOpen] = useState(false)
  const { pointId, name, standing, letter, listed, accepted, declined, unanswered } = line
  const Arrow = open ? IconChevronDown : IconChevronRight
  return (
    <>
      <tr>
        <td>
          <span className={classes.unit}>
            <ActionIcon
              variant="subtle"
              color="gray"
              className="no-print"
              aria-expanded={open}
              aria-label={t('answers.showDelegates', { name })}
              onClick={() => setOpen(!open)}
            >
              <Arrow size={16} stroke={2} aria-hidden="true" />
            </ActionIcon>
            <Link
              to="/conferences/$id/points/$point"
              params={{ id: conferenceId, point: pointId }}
              className={table.link}
            >
              {name}
            </Link>
          </span>
        </td>
        <td className={letter?.state === 'failed' ? classes.failed : undefined}>
          {letter?.state === 'failed' ? '▲ ' : ''}
          {letterOf(line)}
          {letter?.state === 'sent' && !letter.upToDate ? (
            <div className={table.quiet}>{t('answers.outdated')}</div>
          ) : null}
          {letter?.state === 'failed' ? <div className={table.quiet}>{t('answers.failedHint')}</div> : null}
        </td>
        <td>
          <StateChip tone={tones[standing]}>{standingOf(line)}</StateChip>
        </td>
        {[listed, accepted, declined, unanswered].map((count, at) => (
          <td key={String(at)} className={table.number}>
            {count}
          </td>
        ))}
      </tr>
      {open ? (
        <tr>
          <td colSpan={7}>
            <AnswerDelegates conferenceId={conferenceId} pointId={pointId} />
          </td>
        </tr>
      ) : null}
    </>
  )
}
