// The next step of the minutes, offered to the one whose step it is.
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#functions/minutes/schema.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { useMay, useMyRoles } from '#web/lib/useMe.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { actOfStep, stepDue } from './next-step.ts'
import type { MinutesAct } from './useMinutesAct.ts'

type Props = {
  conference: { id: string; hostUnitId: string; state: string }
  minutes: MinutesView | null
  busy: boolean
  onAct: (act: MinutesAct) => void
}

const acts = {
  draft: 'draft',
  submit: 'submit',
  'sign-secretary': 'sign',
  'sign-chair': 'sign',
  seal: 'seal',
} as const

export const MinutesMainAct = ({ conference, minutes, busy, onAct }: Props) => {
  const { t } = useTranslation()
  const may = useMay(conference)
  const roles = useMyRoles(conference.id)
  const now = useServerNow()
  const step = stepDue(minutes)
  if (step === 'sealed' || conference.state !== 'closed' || !may(actOfStep(step))) return null
  if (step === 'sign-secretary' && !roles.includes('secretary')) return null
  if (step === 'sign-chair' && !roles.includes('chair')) return null
  const early = step === 'submit' && minutes !== null && now < Date.parse(minutes.submittableFrom ?? '')
  const printing = minutes?.printing ?? false
  return (
    <MainAct
      busy={busy}
      disabled={early || printing}
      gold={step === 'seal'}
      onClick={() => onAct({ act: acts[step] })}
    >
      {printing ? t('minutes.printing') : t(`minutes.act.${step}`)}
    </MainAct>
  )
}
