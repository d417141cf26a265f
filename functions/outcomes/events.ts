// What is told of an outcome: what was entered, worded anew, taken back.
import type { ProgressInput } from './progress.schema.ts'
import type { Outcome } from './schema.ts'

const announce = (act: 'recorded' | 'revised' | 'withdrawn') => (outcome: Outcome) => {
  const { id, conferenceId, version: _, event: __, by: ___, at: ____, ...content } = outcome
  return { name: `${outcome.kind}.${act}` as const, scope: conferenceId, subject: id, data: content }
}

export const outcomeRecorded = announce('recorded')
export const outcomeRevised = announce('revised')
export const outcomeWithdrawn = announce('withdrawn')

/** Somebody said how far a directive is. */
export const directiveProgressed = (
  conferenceId: string,
  directiveId: string,
  { state, note, unitId }: ProgressInput,
) => ({
  name: 'directive.progressed' as const,
  scope: conferenceId,
  subject: directiveId,
  data: { state, note, unitId },
})
