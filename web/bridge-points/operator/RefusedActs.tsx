// Acts the server refused: kept, each with why, to be sent again or given up by the person who did them.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hourMinute } from '#web/lib/format.ts'
import type { Waiting } from '#web/lib/outbox/act.ts'
import { doneAt } from '#web/lib/outbox/outbox.rules.ts'
import { discard, sendAgain } from '#web/lib/outbox/outbox.ts'
import classes from './UnsentBar.module.css'

export const RefusedActs = ({ acts }: { acts: readonly Waiting[] }) => {
  const { t } = useTranslation('operator')
  return (
    <section role="alert" className={classes.refused}>
      <p className={classes.strong}>{t('unsent.refused', { count: acts.length })}</p>
      <p>{t('unsent.refusedHint')}</p>
      <ul>
        {acts.map((act) => (
          <Refused key={act.key} act={act} />
        ))}
      </ul>
    </section>
  )
}

const Refused = ({ act }: { act: Waiting }) => {
  const { t } = useTranslation('operator')
  const [asking, setAsking] = useState(false)
  return (
    <li>
      <span>
        <b>{t(`unsent.kind.${act.act.kind}`)}</b>, {t('unsent.doneAt', { at: hourMinute(doneAt(act)) })}
        {': '}
        {[act.refused?.title, ...(act.refused?.details ?? [])].filter(Boolean).join(' ')}
      </span>
      {asking ? (
        <span className={classes.acts}>
          <span>{t('unsent.discardAsk')}</span>
          <Button variant="default" onClick={() => void discard(act)}>
            {t('unsent.discardNow')}
          </Button>
          <Button variant="subtle" onClick={() => setAsking(false)}>
            {t('unsent.keep')}
          </Button>
        </span>
      ) : (
        <span className={classes.acts}>
          <Button variant="default" onClick={() => void sendAgain(act)}>
            {t('unsent.again')}
          </Button>
          <Button variant="subtle" onClick={() => setAsking(true)}>
            {t('unsent.discard')}
          </Button>
        </span>
      )}
    </li>
  )
}
