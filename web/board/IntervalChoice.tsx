// How walls opened from the chooser look and turn.
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './WallsPage.module.css'

type Scheme = 'light' | 'dark'
type Props = {
  every: number
  onEvery: (seconds: number) => void
  scheme: Scheme
  onScheme: (scheme: Scheme) => void
}

const intervals = [10, 20, 30, 60, 120]

export const IntervalChoice = ({ every, onEvery, scheme, onScheme }: Props) => {
  const { t } = useTranslation('wall')
  return (
    <div className={classes.choices}>
      <NativeSelect
        size="md"
        label={t('every')}
        value={String(every)}
        onChange={(event) => onEvery(Number(event.currentTarget.value))}
        data={intervals.map((count) => ({ value: String(count), label: t('seconds', { count }) }))}
      />
      <NativeSelect
        size="md"
        label={t('scheme')}
        value={scheme}
        onChange={(event) => onScheme(event.currentTarget.value === 'light' ? 'light' : 'dark')}
        data={[
          { value: 'dark', label: t('dark') },
          { value: 'light', label: t('light') },
        ]}
      />
    </div>
  )
}
