// Which lists hold outcomes, and of which kind. Pure.
import type { OutcomeKind } from '#functions/outcomes/schema.ts'
import type { ListName } from './form.ts'

const kinds: Partial<Record<ListName, OutcomeKind>> = {
  directives: 'directive',
  commendations: 'commendation',
  figures: 'figure',
  citations: 'citation',
}

export const kindOf = (list: ListName): OutcomeKind | undefined => kinds[list]
