// Whether the room is being recorded, in words; started and stopped by those who may.
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { runningTime } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'
import classes from './Recordings.module.css'
import { type Recordings, useRecording } from './recording-queries.ts'

type Props = { conference: Conference; recordings: Recordings; mayRun: boolean }

const tones: Record<'off' | 'starting' | 'on', Tone> = { off: 'quiet', starting: 'busy', on: 'live' }

export const RecorderPanel = ({ conference, recordings: { wanted, items }, mayRun }: Props) => {
  const { t } = useTranslation('recordings')
  const acting = useRecording(conference.id)
  const running = items.find(({ state }) => state === 'recording')
  const isOpen = conference.state === 'open' || conference.state === 'in-session'
  const state = !wanted ? 'off' : running ? 'on' : 'starting'
  return (
    <Panel title={t('now.title')} aside={<StateChip tone={tones[state]}>{t(`now.${state}`)}</StateChip>}>
      {mayRun && isOpen ? (
        <MainAct onClick={() => acting.mutate(wanted ? 'stop' : 'start')} busy={acting.isPending}>
          {t(wanted ? 'stop' : 'start')}
        </MainAct>
      ) : null}
      {acting.error ? <ProblemNote error={acting.error} /> : null}
      <p className={classes.hint} role="status">
        {state === 'on' && running?.startedAt ? <Running since={running.startedAt} /> : null}
        {state === 'starting' ? t('now.startingHint') : null}
        {state === 'off' ? t(isOpen ? 'now.offHint' : 'now.notOpen') : null}
      </p>
      {running?.troubled ? <p className={classes.trouble}>{t('now.troubled')}</p> : null}
    </Panel>
  )
}

/** Its own component: it alone is drawn anew each second. */
const Running = ({ since }: { since: string }) => {
  const { t } = useTranslation('recordings')
  const length = runningTime(useServerNow() - Date.parse(since))
  return <span aria-live="off">{t('now.onHint', { length })}</span>
}
