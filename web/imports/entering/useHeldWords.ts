// When it was held as the form understands it, in words.
import { useTranslation } from 'react-i18next'
import { heldWords } from '#functions/imports/held.rules.ts'
import { currentLanguage } from '#web/lib/i18n/index.ts'
import { useDesk } from './entering-context.ts'
import { asWritten, heldOf } from './held-fields.ts'

export const useHeldWords = (): string => {
  const { t } = useTranslation('entering')
  const held = heldOf(useDesk().entering.form)
  const { precision, value, part } = held
  if (precision === 'unknown' || !value) return t('held.unknown')
  if (currentLanguage() === 'vi') return heldWords(held) ?? t('held.unknown')
  return `${part ? `${t(`half.${part}`)}, ` : ''}${asWritten(value)}`
}
