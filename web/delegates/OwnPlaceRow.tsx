// One of my entries in the list of speakers: where it stands, the clock while I speak, and taking it back.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TurnClock } from '#web/floor/TurnClock.tsx'
import { hourMinute } from '#web/lib/format.ts'
import own from '#web/personal/Personal.module.css'
import classes from './Delegates.module.css'
import type { OwnPlace } from './own-places.ts'
import '#web/personal/add-words.ts'

type Props = {
  place: OwnPlace
  turn: { startedAt: string; budgetSeconds: number } | undefined
  onWithdraw: () => void
}

export const OwnPlaceRow = ({ place, turn, onWithdraw }: Props) => {
  const { t } = useTranslation('delegate')
  const say = useTranslation('personal').t
  const { kind, state, before = 0, askedAt } = place
  const standing = () => {
    if (state !== 'waiting') return say(`floor.${state}`)
    return before === 0 ? say('floor.next') : say('floor.before', { count: before })
  }
  return (
    <li data-state={state}>
      <div className={classes.place}>
        <span>
          {kind === 'point-of-order' ? `${say('floor.pointOfOrder')}: ` : ''}
          {standing()}
          {askedAt && state === 'waiting' ? (
            <span className={own.quiet}> {t('place.asked', { at: hourMinute(askedAt) })}</span>
          ) : null}
        </span>
        {state === 'waiting' && place.own ? (
          <Button variant="default" onClick={onWithdraw}>
            {t('place.withdraw')}
          </Button>
        ) : null}
      </div>
      {state === 'speaking' && turn ? (
        <TurnClock startedAt={turn.startedAt} budgetSeconds={turn.budgetSeconds} />
      ) : null}
    </li>
  )
}
