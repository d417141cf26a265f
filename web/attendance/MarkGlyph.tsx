// How a delegate is marked, everywhere with the same shape and word.
import { IconCheck, IconCircleDashed, IconDeviceDesktop, IconTransfer, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './RollCall.module.css'
import type { Choice } from './shown.rules.ts'

const shapes: Record<Choice | 'unmarked', typeof IconCheck> = {
  present: IconCheck,
  online: IconDeviceDesktop,
  absent: IconX,
  substituted: IconTransfer,
  unmarked: IconCircleDashed,
}

export const MarkGlyph = ({ state: marked }: { state: Choice | undefined }) => {
  const { t } = useTranslation()
  const state = marked ?? 'unmarked'
  const Shape = shapes[state]
  return (
    <span className={classes.state} data-state={state}>
      <Shape size={18} stroke={2} aria-hidden="true" />
      {t(`roll.choice.${state}`)}
    </span>
  )
}
