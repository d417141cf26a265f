// One act of the room's bar: sign, word, key. What may not be done stays in reach, and says why.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Controls.module.css'
import { KeySign } from './KeySign.tsx'
import type { KeyName } from './keys.data.ts'
import type { reasonKeys } from './reasons.data.ts'

type Props = {
  sign: React.ReactNode
  word: string
  keyOf?: KeyName
  /** For what is on or off. */
  pressed?: boolean
  tone?: 'off' | 'live' | 'leave'
  reason?: (typeof reasonKeys)[number] | undefined
  busy?: boolean
  onClick: () => void
}

export const ControlButton = ({ sign, word, keyOf, pressed, tone, reason, busy, onClick }: Props) => {
  const { t } = useTranslation('meeting')
  const id = useId()
  const why = reason ? t(`controls.${reason}`) : undefined
  return (
    <span className={classes.control}>
      <button
        type="button"
        className={classes.button}
        data-tone={tone}
        aria-pressed={pressed}
        aria-busy={busy || undefined}
        aria-disabled={why !== undefined || undefined}
        aria-describedby={why ? id : undefined}
        title={why}
        onClick={() => (why ? undefined : onClick())}
      >
        {sign}
        <span className={classes.word}>{word}</span>
        {keyOf ? <KeySign of={keyOf} /> : null}
      </button>
      {why ? (
        <span id={id} className="visually-hidden">
          {why}
        </span>
      ) : null}
    </span>
  )
}
