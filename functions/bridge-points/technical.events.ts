// What the technical plan and the checks of points announce.
import { ofPoint } from './events.ts'
import type { Point } from './stored.schema.ts'
import type { ReadinessInput, Technical } from './technical.schema.ts'

/** The list points check by was changed, or the line to the centre; telephones are not in the log. */
export const technicalPlanned = ({ conferenceId, checklist, centre }: Technical) => ({
  name: 'technical.planned' as const,
  scope: conferenceId,
  subject: conferenceId,
  data: { checklist, centre: centre.length },
})

export const readinessChecked = (
  point: Pick<Point, 'id' | 'conferenceId'>,
  { checks, notes, note }: ReadinessInput,
) => ofPoint('readiness.checked', point, { checks, notes, note })
