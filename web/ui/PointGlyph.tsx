// The state of a bridge point, everywhere with the same shape, colour and word.
import { useTranslation } from 'react-i18next'
import type { PointState } from '#functions/bridge-points/schema.ts'
import classes from './PointGlyph.module.css'

/** In the order they are counted: what is well first, what needs somebody last. */
export const pointStates = ['connected', 'checking', 'not-connected', 'lost', 'unknown', 'fault'] as const

const shapes: Record<PointState, React.ReactNode> = {
  'not-connected': <circle cx="8" cy="8" r="5.2" />,
  checking: (
    <>
      <circle cx="8" cy="8" r="5.2" />
      <path d="M8 2.8a5.2 5.2 0 0 0 0 10.4z" fill="currentColor" />
    </>
  ),
  connected: <circle cx="8" cy="8" r="5.2" fill="currentColor" />,
  lost: <path d="M8 2l6 6-6 6-6-6z" />,
  unknown: <path d="M5.6 6a2.5 2.5 0 1 1 3.6 2.2c-.9.5-1.2.9-1.2 1.9M8 13v.2" strokeWidth="2" />,
  fault: <path d="M8 2.4l6.2 11H1.8z" fill="currentColor" />,
}

/** The shape alone; decorative, so a word must stand near. */
export const PointShape = ({ state }: { state: PointState }) => (
  <svg viewBox="0 0 16 16" className={classes.shape} data-state={state} aria-hidden="true">
    {shapes[state]}
  </svg>
)

/** Shape and word. `since` says for how long, where that matters. */
export const PointGlyph = ({ state, since }: { state: PointState; since?: string | undefined }) => {
  const { t } = useTranslation()
  return (
    <span className={classes.glyph} data-state={state}>
      <PointShape state={state} />
      {t(`link.${state}`)}
      {since ? <span className={classes.since}> {since}</span> : null}
    </span>
  )
}
