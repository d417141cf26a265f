// What is not known of an outcome, each as a word with a mark.
import { useTranslation } from 'react-i18next'
import type { OutcomeFlag } from '#functions/outcomes/schema.ts'
import { StateChip } from '#web/ui/StateChip.tsx'
import classes from './Outcomes.module.css'

type Props = { flags: readonly OutcomeFlag[]; unlinked?: boolean }

export const Flags = ({ flags, unlinked = false }: Props) => {
  const { t } = useTranslation('outcomes')
  if (flags.length === 0 && !unlinked) return null
  return (
    <ul className={classes.flags} aria-label={t('missing')}>
      {unlinked ? (
        <li>
          <StateChip tone="warn">{t('unlinked')}</StateChip>
        </li>
      ) : null}
      {flags.map((flag) => (
        <li key={flag}>
          <StateChip tone="warn">{t(`flag.${flag}`)}</StateChip>
        </li>
      ))}
    </ul>
  )
}
