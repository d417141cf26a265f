// Taking a contribution back, whoever lets one do it; it cannot be undone, so it is asked once more.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Personal.module.css'
import './add-words.ts'

type Props = { busy: boolean; error: unknown; onWithdraw: () => void }

export const WithdrawAct = ({ busy, error, onWithdraw }: Props) => {
  const { t } = useTranslation('personal')
  const common = useTranslation().t
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('paper.withdraw')}
      </Button>
    )
  return (
    <div className={classes.ask}>
      {error ? <ProblemNote error={error} /> : null}
      <p>{t('paper.withdrawAsk')}</p>
      <div className={classes.acts}>
        <Button variant="default" loading={busy} onClick={onWithdraw}>
          {t('paper.withdrawNow')}
        </Button>
        <Button variant="subtle" onClick={() => setAsking(false)}>
          {common('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
