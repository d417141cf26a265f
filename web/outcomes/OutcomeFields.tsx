// The fields of one outcome, by its kind: of a conference's own, and of one entered from documents.
import type { OutcomeKind } from '#functions/outcomes/schema.ts'
import type { useDraft } from '#web/lib/useDraft.ts'
import { CitationFields } from './CitationFields.tsx'
import { CommendationFields } from './CommendationFields.tsx'
import { DirectiveFields } from './DirectiveFields.tsx'
import { FigureFields } from './FigureFields.tsx'
import type { ShownOutcome } from './outcome-queries.ts'

/** Without an id it is a conference of documents, which has no points. */
export type FormConference = {
  id?: string | undefined
  startsAt: string
  agenda: readonly { id: string; title: string }[]
}

export type FieldsProps = {
  conference: FormConference
  draft: Pick<ReturnType<typeof useDraft>, 'fields' | 'fill' | 'value' | 'field'>
  citations: readonly Pick<ShownOutcome<'citation'>, 'id' | 'text' | 'withdrawn'>[]
  /** What was refused of a field, by its pointer. */
  at: (pointer: string) => string | undefined
  /** Who says so is asked elsewhere. */
  sourced?: boolean
}

export const OutcomeFields = ({ kind, ...props }: FieldsProps & { kind: OutcomeKind }) => {
  switch (kind) {
    case 'directive':
      return <DirectiveFields {...props} />
    case 'commendation':
      return <CommendationFields {...props} />
    case 'figure':
      return <FigureFields {...props} />
    case 'citation':
      return <CitationFields {...props} />
  }
}
