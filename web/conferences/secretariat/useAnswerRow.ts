// A unit's line in words: for the table on the screen and for the one that is downloaded.
import { useTranslation } from 'react-i18next'
import { moment } from '#web/lib/format.ts'
import type { UnitLine } from './answer-lines.ts'

const columns = ['unit', 'letter', 'standing', 'listed', 'accepted', 'declined', 'unanswered'] as const

export const useAnswerRow = () => {
  const { t } = useTranslation('secretariat')
  const letterOf = ({ letter }: UnitLine): string => {
    if (!letter) return t('answers.host')
    const { kind, state, sentAt } = letter
    const what = kind ? `${t(`answers.letterKind.${kind}`)}: ` : ''
    return `${what}${t(`answers.letter.${state}`, { at: sentAt ? moment(sentAt) : '' })}`
  }
  const standingOf = ({ standing }: UnitLine): string => t(`answers.standing.${standing}`)
  const cells = (line: UnitLine): (string | number)[] => [
    line.name,
    letterOf(line),
    standingOf(line),
    line.listed,
    line.accepted,
    line.declined,
    line.unanswered,
  ]
  return { head: columns.map((column) => t(`answers.column.${column}`)), letterOf, standingOf, cells }
}
