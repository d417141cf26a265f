// A conference's state as a chip.
import { useTranslation } from 'react-i18next'
import type { State } from '#functions/conferences/schema.ts'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'

const tones: Record<State, Tone> = {
  draft: 'quiet',
  scheduled: 'busy',
  postponed: 'quiet',
  cancelled: 'quiet',
  open: 'good',
  'in-session': 'live',
  closed: 'quiet',
}

export const ConferenceState = ({ state }: { state: State }) => {
  const { t } = useTranslation()
  return <StateChip tone={tones[state]}>{t(`state.${state}`)}</StateChip>
}
