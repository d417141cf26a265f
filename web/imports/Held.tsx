// When a record's conference was held, as far as that is known: a day, a month, a year, or nothing at all.
import { useTranslation } from 'react-i18next'
import type { HeldOn } from '#functions/minutes/text.schema.ts'
import { civilDay } from '#functions/shared/time.ts'
import { day } from '#web/lib/format.ts'
import './add-words.ts'

type Props = { startsAt: string; precision: HeldOn['precision'] }

export const Held = ({ startsAt, precision }: Props) => {
  const { t } = useTranslation('imports')
  if (precision === 'unknown') return <>{t('undated')}</>
  const [year = '', month = ''] = civilDay(startsAt).split('-')
  if (precision === 'year') return <>{t('year', { year })}</>
  if (precision === 'month')
    return <>{t('month', { month: Number(month) < 3 ? month : String(Number(month)), year })}</>
  return <>{day(startsAt)}</>
}
