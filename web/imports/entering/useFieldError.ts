// What to say at a field: what the API refused of it, or what it would refuse, in words for whoever typed it.
import { useTranslation } from 'react-i18next'
import { errorAt } from '#web/conferences/scheduling/field-errors.ts'
import './add-words.ts'
import { useDesk } from './entering-context.ts'

const foreseen = ['secret-grade-refused', 'page-counter', 'held-later'] as const

/** @returns asks by the pointer the API would name; of a field left empty it says that it is needed */
export const useFieldError = () => {
  const { t } = useTranslation('entering')
  const common = useTranslation().t
  const { problem, findings } = useDesk()
  return (pointer: string, value?: string): string | undefined => {
    const found = findings.refused.find((one) => one.pointer === pointer)
    const known = foreseen.find((code) => code === found?.code)
    if (known) return t(`refused.${known}`)
    const refused = errorAt(problem, pointer)
    return refused !== undefined && value?.trim() === '' ? common('common.needed') : refused
  }
}
