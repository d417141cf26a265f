// Where a contribution stands.
import { useTranslation } from 'react-i18next'
import type { ContributionState } from '#functions/contributions/schema.ts'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'

const tones: Record<ContributionState, Tone> = {
  submitted: 'busy',
  'under-review': 'busy',
  accepted: 'good',
  returned: 'warn',
  declined: 'quiet',
  scheduled: 'good',
  delivered: 'good',
  'taken-as-written': 'good',
  withdrawn: 'quiet',
}

export const ContributionStateChip = ({ state }: { state: ContributionState }) => {
  const { t } = useTranslation()
  return <StateChip tone={tones[state]}>{t(`contribution.state.${state}`)}</StateChip>
}
