// How late a text came, in words.
import { useTranslation } from 'react-i18next'
import { lengthOfTime } from '#web/lib/format.ts'
import { currentLanguage } from '#web/lib/i18n/index.ts'

/** @returns a sentence for seconds after the deadline; texts from before that was kept are only said to be late */
export const useLateness = () => {
  const { t } = useTranslation()
  return (lateBy: number | undefined): string =>
    lateBy === undefined
      ? t('contribution.late')
      : t('contribution.lateBy', { by: lengthOfTime(lateBy, currentLanguage()) })
}
