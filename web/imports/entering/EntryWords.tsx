// An entry in one line: a document, a person, a sentence; what outcomes say, as the record would write it.
import { useTranslation } from 'react-i18next'
import type { OutcomeKind } from '#functions/outcomes/schema.ts'
import { usePersonName } from '#web/conferences/scheduling/usePersonName.ts'
import { listIn, previewOf } from '#web/outcomes/outcome-fields.ts'
import { useDesk } from './entering-context.ts'
import type { ListName, Row } from './form.ts'
import { kindOf } from './outcome-kinds.ts'

type Props = { list: ListName; row: Row }

export const EntryWords = ({ list, row }: Props) => {
  const { t } = useTranslation('entering')
  const { fields } = row
  const kind = kindOf(list)
  if (kind) return <OutcomeWords kind={kind} row={row} />
  if (list === 'persons') return fields.personId ? <PersonWords row={row} /> : t('noPerson')
  if (list === 'paragraphs') return <ParagraphWords row={row} />
  if (list === 'sources')
    return [fields.title?.trim() || t('noText'), fields.publisher, fields.publishedOn]
      .filter(Boolean)
      .join(' · ')
  return fields.text?.trim() || t('noText')
}

/** What the form knows of roles, in the order they are asked. */
export const roles = ['chair', 'conclusion', 'direction', 'report', 'speech', 'guest'] as const

const PersonWords = ({ row: { fields } }: { row: Row }) => {
  const { t } = useTranslation('entering')
  const { personId = '', said } = fields
  const name = usePersonName(personId)
  const held = listIn(fields.roles)
  const words = roles.filter((role) => held.includes(role)).map((role) => t(`role.${role}`))
  return `${said?.trim() || name}${words.length > 0 ? ` (${words.join(', ')})` : ''}`
}

const ParagraphWords = ({ row: { fields } }: { row: Row }) => {
  const { t } = useTranslation('entering')
  const { speakers } = useDesk()
  const by = fields.by ? speakers.get(fields.by) : undefined
  return [by, fields.text?.trim() || t('noText')].filter(Boolean).join(': ')
}

const OutcomeWords = ({ kind, row: { fields } }: { kind: OutcomeKind; row: Row }) => {
  const { t } = useTranslation('entering')
  return previewOf(kind, fields)?.text ?? (fields.text || fields.subject || fields.said || t('noText'))
}
