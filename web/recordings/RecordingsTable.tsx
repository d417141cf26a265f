// Every recording: when, how long, by whom, how it stands; what is ready is watched here or saved.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConference } from '#web/conferences/useConference.ts'
import { fileSize, moment, runningTime } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'
import table from '#web/ui/table.module.css'
import classes from './Recordings.module.css'
import { addressOf, type Recording } from './recording-queries.ts'

const tones: Record<Recording['state'], Tone> = {
  starting: 'busy',
  recording: 'live',
  joining: 'busy',
  ready: 'good',
  failed: 'warn',
}

type Props = { items: readonly Recording[]; shown: string | undefined; onOpen: (id: string) => void }

export const RecordingsTable = ({ items, shown, onOpen }: Props) => {
  const { t } = useTranslation('recordings')
  const { id } = useConference()
  // The address says `attachment`: the browser saves, and the page stays.
  const saving = useAct(async (rcd: string) => location.assign(await addressOf(id, rcd)), [])
  return (
    <Panel title={t('list.title')} flush>
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      {items.length === 0 ? <Empty title={t('list.none')} hint={t('list.noneHint')} /> : null}
      {items.length > 0 ? (
        <div className={classes.scrolled}>
          <table className={table.table}>
            <thead>
              <tr>
                <th>{t('list.began')}</th>
                <th className={table.number}>{t('list.length')}</th>
                <th className={table.number}>{t('list.size')}</th>
                <th>{t('list.by')}</th>
                <th>{t('list.state')}</th>
                <th className={table.number}>{t('list.acts')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <Row
                  key={one.id}
                  recording={one}
                  shown={one.id === shown}
                  onOpen={() => onOpen(one.id)}
                  onSave={() => saving.mutate(one.id)}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Panel>
  )
}

const lengthOf = ({ startedAt, endedAt }: Recording): string | undefined =>
  startedAt && endedAt ? runningTime(Date.parse(endedAt) - Date.parse(startedAt)) : undefined

type RowProps = { recording: Recording; shown: boolean; onOpen: () => void; onSave: () => void }

const Row = ({ recording, shown, onOpen, onSave }: RowProps) => {
  const { t } = useTranslation('recordings')
  const { startedAt, continued, bytes, by, state, failure } = recording
  return (
    <tr>
      <td className={table.long}>
        {startedAt ? moment(startedAt) : t('list.notBegun')}
        {continued ? <span className={classes.note}>{t('list.continued')}</span> : null}
      </td>
      <td className={table.number}>{lengthOf(recording) ?? '–'}</td>
      <td className={table.number}>{bytes === undefined ? '–' : fileSize(bytes)}</td>
      <td>{by}</td>
      <td className={table.long}>
        <StateChip tone={tones[state]}>{t(`state.${state}`)}</StateChip>
        {failure ? <span className={classes.note}>{t(`failure.${failure}`)}</span> : null}
      </td>
      <td className={classes.acts}>
        {state === 'ready' && shown ? <span className={table.quiet}>{t('list.shown')}</span> : null}
        {state === 'ready' && !shown ? (
          <Button variant="default" size="xs" onClick={onOpen}>
            {t('list.watch')}
          </Button>
        ) : null}
        {state === 'ready' ? (
          <Button variant="subtle" size="xs" color="gray" onClick={onSave}>
            {t('list.save')}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}
