// The fields of one entry, by its list; who says so, and where, is asked of all but the sources themselves.
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import '#web/outcomes/add-words.ts'
import { OutcomeFields } from '#web/outcomes/OutcomeFields.tsx'
import { listIn } from '#web/outcomes/outcome-fields.ts'
import { Preview } from '#web/outcomes/Preview.tsx'
import { useDesk } from './entering-context.ts'
import { FromFields } from './FromFields.tsx'
import type { ListName, Row } from './form.ts'
import { kindOf } from './outcome-kinds.ts'
import { ParagraphFields } from './ParagraphFields.tsx'
import { PersonFields } from './PersonFields.tsx'
import { SourceFields } from './SourceFields.tsx'
import { type EntryDraft, useEntryDraft } from './useEntryDraft.ts'

export type EntryProps = { draft: EntryDraft }

type Props = { list: ListName; row: Row; pointer: string }

export const EntryFields = ({ list, row, pointer }: Props) => {
  const draft = useEntryDraft(list, row, pointer)
  if (list === 'sources') return <SourceFields draft={draft} />
  return (
    <>
      <Fields list={list} draft={draft} />
      <FromFields draft={draft} />
    </>
  )
}

const Fields = ({ list, draft }: { list: ListName; draft: EntryDraft }) => {
  const kind = kindOf(list)
  if (kind) return <OutcomeEntry list={list} draft={draft} />
  if (list === 'persons') return <PersonFields draft={draft} />
  if (list === 'paragraphs') return <ParagraphFields draft={draft} />
  return <TextField draft={draft} list={list} />
}

const TextField = ({ draft, list }: EntryProps & { list: ListName }) => {
  const { t } = useTranslation('entering')
  return (
    <Textarea
      {...draft.field('text')}
      label={list === 'groups' ? t('field.group') : t('field.topic')}
      description={list === 'groups' ? t('field.groupHint') : t('field.topicHint')}
      required
      autosize
      minRows={1}
      maxLength={500}
      error={draft.at('text')}
    />
  )
}

/** The same fields as those of a conference's own outcomes, and what the record will say. */
const OutcomeEntry = ({ list, draft }: EntryProps & { list: ListName }) => {
  const { t } = useTranslation('entering')
  const { entering, on } = useDesk()
  const kind = kindOf(list) ?? 'figure'
  const { citations } = entering.form.lists
  const source = draft.fields.fromSource ?? ''
  const cited = citations.map(({ key, fields }) => ({ id: key, text: fields.said ?? '' }))
  return (
    <>
      <OutcomeFields
        kind={kind}
        conference={{ startsAt: `${on}T05:00:00.000Z`, agenda: [] }}
        draft={draft}
        citations={cited.filter(
          ({ id, text }) => text !== '' || listIn(draft.fields.citationIds).includes(id),
        )}
        at={(pointer) => draft.at(pointer.slice(1))}
        sourced
      />
      <Preview
        label={t('recordSays')}
        kind={kind}
        fields={{ ...draft.fields, ...known(source), citationIds: '' }}
      />
    </>
  )
}

/** Of outcomes of documents the source is asked beside them. */
const known = (source: string) => (source ? { source } : {})
