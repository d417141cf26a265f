// Which step of the minutes comes next, and which act of the permission table it is.
import type { Act } from '#functions/grants/rules.ts'
import type { MinutesView } from '#functions/minutes/schema.ts'

export const steps = ['draft', 'submit', 'sign-secretary', 'sign-chair', 'seal'] as const
export type Step = (typeof steps)[number]

/** The step that is due now; `sealed` when nothing is left to do. */
export const stepDue = (minutes: Pick<MinutesView, 'state' | 'attestations'> | null): Step | 'sealed' => {
  if (!minutes) return 'draft'
  if (minutes.state === 'draft') return 'submit'
  if (minutes.state === 'submitted')
    return minutes.attestations.length === 0 ? 'sign-secretary' : 'sign-chair'
  return minutes.state === 'signed' ? 'seal' : 'sealed'
}

export const actOfStep = (step: Step): Act => {
  if (step === 'draft') return 'minutes:draft'
  if (step === 'submit') return 'minutes:submit'
  return step === 'seal' ? 'minutes:seal' : 'minutes:sign'
}
