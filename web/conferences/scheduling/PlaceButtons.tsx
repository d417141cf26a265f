// Up, down and out: for whatever stands in an order.
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './scheduling.module.css'

type Props = {
  what: string
  first: boolean
  last: boolean
  onMove: (by: -1 | 1) => void
  onRemove?: (() => void) | undefined
  removeWord?: string
}

const icon = { size: 16, stroke: 1.8, 'aria-hidden': true }

/** A button at its end stays reachable, or the focus would be lost just where one was moving to. */
export const PlaceButtons = ({ what, first, last, onMove, onRemove, removeWord }: Props) => {
  const { t } = useTranslation('scheduling')
  return (
    <span className={classes.place}>
      <button
        type="button"
        className={classes.tool}
        aria-label={t('place.up', { what })}
        aria-disabled={first}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp {...icon} />
      </button>
      <button
        type="button"
        className={classes.tool}
        aria-label={t('place.down', { what })}
        aria-disabled={last}
        onClick={() => onMove(1)}
      >
        <IconArrowDown {...icon} />
      </button>
      {onRemove ? (
        <button type="button" className={classes.tool} aria-label={removeWord} onClick={onRemove}>
          <IconX {...icon} />
        </button>
      ) : null}
    </span>
  )
}
