// The sheet of a roll call: every delegate with a mark, the head count, and one act that records what changed.
import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { wallClock } from '#web/lib/format.ts'
import { serverNow } from '#web/lib/server-clock.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { MainAct } from '#web/ui/MainAct.tsx'
import notes from '#web/ui/Note.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Tally } from '#web/ui/Tally.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { rollOf } from './attendance-queries.ts'
import classes from './RollCall.module.css'
import { RollCallRow } from './RollCallRow.tsx'
import { useRecordRoll } from './useRecordRoll.ts'
import { useRollDraft } from './useRollDraft.ts'

type Props = { conference: { id: string; hostUnitId: string; state: string }; pointId: string }

export const RollCallSheet = ({ conference, pointId }: Props) => {
  const { t } = useTranslation()
  const name = usePointNames(conference.id)(pointId)
  const may = useMay(conference)
  const form = useRef<HTMLFormElement>(null)
  const [savedAt, setSavedAt] = useState<number>()
  const { data, error, refetch } = useQuery(rollOf(conference.id, pointId))
  const items = data?.items ?? []
  const roll = useRollDraft(items)
  const record = useRecordRoll(conference.id, pointId)
  const mayMark = may('roll-call:mark', pointId.replace('bpt_', 'unt_')) && conference.state !== 'scheduled'
  const send = (fields: FormData) => {
    const typed = String(fields.get('heads') ?? '').trim()
    const headCount = typed && Number(typed) !== data?.counts.heads ? Number(typed) : undefined
    const onSuccess = () => {
      roll.forget()
      setSavedAt(serverNow())
    }
    const seen = data?.seen ? { seen: data.seen } : {}
    record.mutate(
      { marks: roll.marks(), ...seen, ...(headCount === undefined ? {} : { headCount }) },
      { onSuccess },
    )
  }
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('section.attendance')} rows={10} />
  return (
    <form
      ref={form}
      className={classes.sheet}
      onSubmit={(event) => {
        event.preventDefault()
        send(new FormData(event.currentTarget))
      }}
    >
      {mayMark ? (
        <MainAct busy={record.isPending} onClick={() => form.current?.requestSubmit()}>
          {t('roll.save')}
        </MainAct>
      ) : null}
      {conference.state === 'scheduled' ? <p className={notes.note}>{t('roll.notYet')}</p> : null}
      {conference.state === 'open' ? <p className={notes.note}>{t('roll.rehearsal')}</p> : null}
      {conference.state === 'closed' ? <p className={notes.note}>{t('roll.late')}</p> : null}
      {record.error ? <ProblemNote error={record.error} kept /> : null}
      <p role="status" className={savedAt ? notes.note : 'visually-hidden'}>
        {savedAt ? t('roll.saved', { at: wallClock(savedAt) }) : ''}
      </p>
      <Panel
        title={t('roll.title', { name })}
        aside={
          <>
            <Tally label={t('point.present')} present={data.counts.present} expected={items.length} />
            <Link
              to="/conferences/$id/points/$point/attendance-sheet"
              params={{ id: conference.id, point: pointId }}
            >
              {t('sheet.open')}
            </Link>
            {mayMark ? (
              <Button variant="default" onClick={roll.allPresent}>
                {t('roll.all')}
              </Button>
            ) : null}
          </>
        }
        flush
      >
        {items.length === 0 ? (
          <Empty title={t('point.noDelegates')} hint={t('point.noDelegatesHint')} />
        ) : null}
        <ol className={classes.rows}>
          {items.map((item) => (
            <RollCallRow
              key={item.id}
              item={item}
              draft={roll.shown(item)}
              locked={!mayMark}
              problem={record.error}
              index={roll.changed.indexOf(item)}
              onChange={(change) => roll.change(item, change)}
            />
          ))}
        </ol>
      </Panel>
      <TextInput
        name="heads"
        type="number"
        inputMode="numeric"
        min={0}
        max={10_000}
        label={t('roll.heads')}
        description={t('roll.headsHint')}
        defaultValue={data.counts.heads ?? ''}
        readOnly={!mayMark}
        error={record.error?.at('/headCount')}
        maw={320}
      />
    </form>
  )
}
