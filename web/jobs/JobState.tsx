// How long work stands, as a chip.
import { useTranslation } from 'react-i18next'
import type { ShownJob } from '#functions/jobs/schema.ts'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'
import './add-words.ts'

const tones: Record<ShownJob['state'], Tone> = {
  queued: 'quiet',
  running: 'busy',
  done: 'good',
  failed: 'warn',
  cancelled: 'quiet',
}

export const JobState = ({ job }: { job: Pick<ShownJob, 'state' | 'cancelAsked'> }) => {
  const { t } = useTranslation('jobs')
  const stopping = job.cancelAsked && job.state === 'running'
  return <StateChip tone={tones[job.state]}>{t(stopping ? 'stopping' : `state.${job.state}`)}</StateChip>
}
