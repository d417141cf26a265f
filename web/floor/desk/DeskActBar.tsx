// What may be done to the turn: the one main act filled, the others beside it, always in the same places.
import { useTranslation } from 'react-i18next'
import { ActButton } from './ActButton.tsx'
import classes from './Desk.module.css'
import type { DeskActs } from './useDeskActs.ts'

type Props = { acts: DeskActs; busy: boolean; onSkip: (() => void) | undefined }

export const DeskActBar = ({ acts, busy, onSkip }: Props) => {
  const { t } = useTranslation('desk')
  const speaking = acts.yield !== undefined
  return (
    <div className={classes.acts}>
      <ActButton act={acts.call} of="call" main={!speaking} busy={busy}>
        {t('act.call')}
      </ActButton>
      <ActButton act={acts.yield} of="yield" main={speaking} busy={busy}>
        {t('act.yield')}
      </ActButton>
      <ActButton act={acts.extend} of="extend" busy={busy}>
        {t('act.extend')}
      </ActButton>
      <ActButton act={acts.suspend} of="suspend" busy={busy}>
        {t('act.suspend')}
      </ActButton>
      <ActButton act={onSkip} of="skip" busy={busy}>
        {t('act.skip')}
      </ActButton>
      <ActButton act={acts.order} of="order" busy={busy}>
        {t('act.order')}
      </ActButton>
    </div>
  )
}
