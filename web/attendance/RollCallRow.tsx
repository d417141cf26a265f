// One delegate of the roll call, a row wide enough for a thumb: a first tap marks present, the next opens the rest.
import { IconDots } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hourMinute } from '#web/lib/format.ts'
import { Unsent } from '#web/ui/Unsent.tsx'
import { MarkGlyph } from './MarkGlyph.tsx'
import classes from './RollCall.module.css'
import { RollChoices } from './RollChoices.tsx'
import type { Item, Line } from './shown.rules.ts'
import type { MarkTold } from './useRollMarks.ts'

type Props = { line: Line; locked: boolean; onMark: (mark: MarkTold) => void }

/** What the mark was before it was corrected: when, and by whom. */
const Corrected = ({ item: { mark, before = [] } }: { item: Item }) => {
  const { t } = useTranslation()
  const [earlier] = before
  if (!mark || !earlier || earlier.state === mark.state) return null
  const was = t(`roll.choice.${earlier.state}`)
  return (
    <span className={classes.detail}>
      {t('roll.corrected', { was, at: hourMinute(earlier.at), by: earlier.by ?? '' })}
    </span>
  )
}

/** What others say of the same delegate; the secretariat settles it. */
const Differing = ({ item: { differing = [] } }: { item: Item }) => {
  const { t } = useTranslation()
  const { t: say } = useTranslation('operator')
  if (differing.length === 0) return null
  const said = differing
    .map(({ state, by, at }) =>
      [state && t(`roll.choice.${state}`), by, hourMinute(at)].filter(Boolean).join(' · '),
    )
    .join('; ')
  return <span className={classes.differing}>{say('roll.differing', { said })}</span>
}

const Facts = ({ line: { item, reason, substitute, state, unsent } }: { line: Line }) => (
  <>
    <span className={classes.name}>
      {item.display}
      {reason ? <span className={classes.detail}>{reason}</span> : null}
      {substitute ? <span className={classes.detail}>{substitute}</span> : null}
      <Corrected item={item} />
      <Differing item={item} />
    </span>
    <span className={classes.marks}>
      {unsent ? <Unsent /> : null}
      <MarkGlyph state={state} />
    </span>
  </>
)

export const RollCallRow = ({ line, locked, onMark }: Props) => {
  const { t } = useTranslation('operator')
  const [open, setOpen] = useState(false)
  const tap = useRef<HTMLButtonElement>(null)
  const { item, state } = line
  const close = () => {
    setOpen(false)
    tap.current?.focus()
  }
  if (locked)
    return (
      <li className={classes.row} data-state={state}>
        <div className={classes.tap}>
          <Facts line={line} />
        </div>
      </li>
    )
  return (
    <li className={classes.row} data-state={state}>
      <button
        ref={tap}
        type="button"
        className={classes.tap}
        aria-expanded={open}
        onClick={() => (state ? setOpen(!open) : onMark({ state: 'present' }))}
      >
        <Facts line={line} />
      </button>
      <button
        type="button"
        className={classes.more}
        aria-label={t('roll.more', { name: item.display })}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <IconDots size={20} stroke={1.8} aria-hidden="true" />
      </button>
      {open ? (
        <RollChoices
          line={line}
          onMark={(mark) => {
            onMark(mark)
            close()
          }}
          onClose={close}
        />
      ) : null}
    </li>
  )
}
