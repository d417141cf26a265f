// The roll call of a point: every delegate a row to tap, all present at once, the head count. What is marked is kept on
// this device first, so a lost line loses no mark.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { usePending } from '#web/lib/outbox/useOutbox.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import notes from '#web/ui/Note.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Tally } from '#web/ui/Tally.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import '#web/bridge-points/operator/add-words.ts'
import { rollOf } from './attendance-queries.ts'
import { HeadCount } from './HeadCount.tsx'
import classes from './RollCall.module.css'
import { RollCallRow } from './RollCallRow.tsx'
import { headsOf, type Line, linesOf, presentIn } from './shown.rules.ts'
import { useRollMarks } from './useRollMarks.ts'

type Props = {
  conference: Conference
  pointId: string
  name: string
  /** What else can be done to the delegation here. */
  children?: React.ReactNode
}

const kinds = ['roll-call', 'check-ins-confirm'] as const
const markable: readonly string[] = ['open', 'in-session', 'closed']

/** What a mark made now counts as. */
const Standing = ({ state }: Pick<Conference, 'state'>) => {
  const { t } = useTranslation()
  if (state === 'open') return <p className={notes.note}>{t('roll.rehearsal')}</p>
  if (state === 'closed') return <p className={notes.note}>{t('roll.late')}</p>
  return markable.includes(state) ? null : <p className={notes.note}>{t('roll.notYet')}</p>
}

export const RollCallSheet = ({ conference, pointId, name, children }: Props) => {
  const { t } = useTranslation()
  const place = { conferenceId: conference.id, pointId }
  const may = useMay(conference)
  const { data, error, dataUpdatedAt, refetch } = useQuery(rollOf(conference.id, pointId))
  const pending = usePending(place, kinds, dataUpdatedAt)
  const marks = useRollMarks(place, data?.seen)
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('section.attendance')} rows={10} />
  const lines = linesOf(data.items, pending)
  const mayMark =
    may('roll-call:mark', pointId.replace('bpt_', 'unt_')) && markable.includes(conference.state)
  return (
    <Panel
      title={t('roll.title', { name })}
      aside={<Aside {...place} lines={lines} onAll={mayMark ? () => marks.markAll(lines) : undefined} />}
      flush
    >
      <Standing state={conference.state} />
      <p role="status" className="visually-hidden">
        {marks.said}
      </p>
      {lines.length === 0 ? <Empty title={t('point.noDelegates')} hint={t('point.noDelegatesHint')} /> : null}
      {mayMark && lines.length > 0 ? <Hint /> : null}
      <ol className={classes.rows}>
        {lines.map((line) => (
          <RollCallRow
            key={line.item.id}
            line={line}
            locked={!mayMark}
            onMark={(mark) => marks.mark(line, mark)}
          />
        ))}
      </ol>
      {mayMark ? (
        <HeadCount
          name={`${conference.id}.${pointId}`}
          {...headsOf(data.counts.heads, pending)}
          onCount={marks.countHeads}
        />
      ) : null}
      {children}
    </Panel>
  )
}

const Hint = () => <p className={classes.hint}>{useTranslation('operator').t('roll.hint')}</p>

type AsideProps = {
  conferenceId: string
  pointId: string
  lines: readonly Line[]
  onAll: (() => void) | undefined
}

const Aside = ({ conferenceId, pointId, lines, onAll }: AsideProps) => {
  const { t } = useTranslation()
  return (
    <>
      <span>
        {t('point.present')}{' '}
        <Tally label={t('point.present')} present={presentIn(lines)} expected={lines.length} />
      </span>
      <Link
        to="/conferences/$id/points/$point/attendance-sheet"
        params={{ id: conferenceId, point: pointId }}
        className={classes.sheetLink}
      >
        {t('sheet.open')}
      </Link>
      {onAll ? (
        <Button
          variant="default"
          className={classes.touch}
          onClick={onAll}
          disabled={!lines.some(({ state }) => !state)}
        >
          {t('roll.all')}
        </Button>
      ) : null}
    </>
  )
}
