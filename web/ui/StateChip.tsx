// Where a thing stands, as a word with a mark: a conference's life, a contribution, minutes.
import classes from './StateChip.module.css'

/** `gold` belongs to the chair and to what is sealed. */
export type Tone = 'quiet' | 'busy' | 'good' | 'live' | 'warn' | 'gold'

export const StateChip = ({ tone, children }: { tone: Tone; children: React.ReactNode }) => (
  <span className={classes.chip} data-tone={tone}>
    <span className={classes.mark} aria-hidden="true" />
    {children}
  </span>
)
