// How an account stands, as a chip.
import { useTranslation } from 'react-i18next'
import type { Account } from '#functions/accounts/schema.ts'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'
import './add-words.ts'

const tones: Record<Account['state'], Tone> = { invited: 'busy', active: 'good', disabled: 'quiet' }

export const AccountState = ({ state }: { state: Account['state'] }) => {
  const { t } = useTranslation('accounts')
  return <StateChip tone={tones[state]}>{t(`state.${state}`)}</StateChip>
}
