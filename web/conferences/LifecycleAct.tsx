// The next step in a conference's life, offered to those who may take it.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useMay } from '#web/lib/useMe.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import notes from '#web/ui/Note.module.css'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { conferenceKey } from './conference-queries.ts'
import { myConferences } from './list-queries.ts'
import { checklistId, isGrave, lacksOf } from './scheduling/missing.ts'

const everyMs = 15_000

const steps = {
  draft: 'schedule',
  scheduled: 'open',
  open: 'start',
  'in-session': 'close',
  postponed: undefined,
  closed: undefined,
  cancelled: undefined,
} as const

type Step = 'schedule' | 'open' | 'start' | 'close'

const perform = async (id: string, step: Step, confirmed: boolean, key: string) => {
  const at = api.conferences[':id']
  const param = { id }
  if (step === 'open') return at.open.$post({ param, json: { confirmed } }, intent(key))
  return at[step].$post({ param }, intent(key))
}

/** What is gravely missing is shown before the invitations go out: where the list of it stands. */
const useLacking = (conference: Conference) => {
  const draft = conference.state === 'draft'
  const { data: board } = useQuery({ ...boardOf(conference.id), enabled: draft })
  const now = useServerNow(everyMs)
  const navigate = useNavigate()
  const lacking = draft && lacksOf(conference, board?.items.length, now).some(isGrave)
  const look = () =>
    void navigate({
      to: '/conferences/$id/edit',
      params: { id: conference.id },
      hash: checklistId,
      hashScrollIntoView: false,
    })
  return lacking ? look : undefined
}

export const LifecycleAct = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation()
  const may = useMay(conference)
  const [closing, setClosing] = useState(false)
  const look = useLacking(conference)
  const step = steps[conference.state]
  const act = useAct(
    (input: { step: Step; confirmed: boolean }, key) =>
      perform(conference.id, input.step, input.confirmed, key),
    [conferenceKey(conference.id), myConferences.queryKey],
  )
  if (!step || !may(`conference:${step}`)) return null
  const early = act.error?.slug === 'opening-needs-confirmation'
  const take = () => {
    if (look) return look()
    // Closing ends everybody's session, and Enter is close at hand: it takes a second, different word.
    if (step === 'close' && !closing) return setClosing(true)
    setClosing(false)
    act.mutate({ step, confirmed: early })
  }
  const words = () => {
    if (closing) return t('act.closeNow')
    return early ? t('act.openEarly') : t(`act.${step}`)
  }
  return (
    <>
      {closing ? (
        <div className={notes.note} role="alert">
          <p className={notes.what}>{t('act.closeAsk')}</p>
          <p>{t('act.closeHint')}</p>
          <Button variant="default" mt={8} onClick={() => setClosing(false)}>
            {t('common.cancel')}
          </Button>
        </div>
      ) : null}
      {act.error ? <ProblemNote error={act.error} /> : null}
      <MainAct busy={act.isPending} onClick={take}>
        {words()}
      </MainAct>
    </>
  )
}
