// Taking a contribution of mine back; it cannot be undone, so it is asked once more.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contribution } from '#functions/contributions/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { performMove } from '#web/contributions/perform-move.ts'
import { useAct } from '#web/lib/useAct.ts'
import own from '#web/personal/Personal.module.css'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import '#web/personal/add-words.ts'

type Props = { contribution: Pick<Contribution, 'id' | 'conferenceId' | 'version'> }

export const Withdrawal = ({ contribution: { id, conferenceId, version } }: Props) => {
  const { t } = useTranslation('personal')
  const common = useTranslation().t
  const [asking, setAsking] = useState(false)
  const act = useAct(
    (seen: number, key) =>
      performMove({ id: conferenceId, ctb: id, version: seen }, { move: 'withdraw', note: '' }, key),
    [conferenceKey(conferenceId)],
  )
  if (!asking)
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('paper.withdraw')}
      </Button>
    )
  return (
    <div className={own.ask}>
      {act.error ? <ProblemNote error={act.error} /> : null}
      <p>{t('paper.withdrawAsk')}</p>
      <div className={own.acts}>
        <Button variant="default" loading={act.isPending} onClick={() => act.mutate(version)}>
          {t('paper.withdrawNow')}
        </Button>
        <Button variant="subtle" onClick={() => setAsking(false)}>
          {common('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
