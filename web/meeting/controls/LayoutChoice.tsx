// How the seats are laid out on this device: one large, or equal in so many to a page.
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { prefer } from '../lobby/preferences.ts'
import { useRoom } from '../room-context.ts'
import { type Layout, layouts } from '../stage/layout.rules.ts'
import classes from './Controls.module.css'

export const LayoutChoice = ({ layout }: { layout: Layout }) => {
  const { t } = useTranslation('meeting')
  const { lowBandwidth } = useRoom()
  return (
    <NativeSelect
      className={classes.layout}
      aria-label={t('controls.layout')}
      title={lowBandwidth ? t('controls.whyNarrow') : undefined}
      disabled={lowBandwidth}
      value={layout}
      onChange={(event) => {
        const chosen = layouts.find((one) => one === event.currentTarget.value)
        if (chosen) prefer({ layout: chosen })
      }}
      data={layouts.map((value) => ({ value, label: t(`controls.layouts.${value}`) }))}
    />
  )
}
