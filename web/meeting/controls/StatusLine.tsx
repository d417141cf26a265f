// What a person should know of their own sound, picture and line just now, in words; told to listeners as it changes.
import { IconAntennaBars2, IconAntennaBars5, IconAntennaBarsOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Controls.module.css'
import type { Acts } from './useActs.ts'
import { type Line, useOwnLine } from './useOwnLine.ts'

const wordOf = ({ microphone, camera, share }: Acts) => {
  if (camera.failed) return 'cameraFailed'
  if (share.failed) return 'shareFailed'
  if (share.sharing) return 'sharing'
  if (microphone.closed) return 'closed'
  if (microphone.reason) return microphone.reason
  return microphone.muted ? 'mayOpen' : 'isOpen'
}

/** The call has a place of its own, and so has watching. */
const isSaidAbove = ({ microphone }: Acts) => microphone.asked || microphone.reason === 'whyWatching'

const signs: Record<Line, typeof IconAntennaBars5> = {
  good: IconAntennaBars5,
  weak: IconAntennaBars2,
  none: IconAntennaBarsOff,
}

export const StatusLine = ({ acts }: { acts: Acts }) => {
  const { t } = useTranslation('meeting')
  const line = useOwnLine()
  const Sign = signs[line]
  return (
    <>
      <p role="status">{isSaidAbove(acts) ? '' : t(`controls.${wordOf(acts)}`)}</p>
      <p className={classes.line} data-line={line}>
        <Sign size={18} stroke={1.8} aria-hidden="true" />
        {t(`controls.line.${line}`)}
      </p>
    </>
  )
}
