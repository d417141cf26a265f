// One paper of a delegate: where it stands, what the secretariat said, its receipt, and taking it back.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { movesFrom } from '#functions/contributions/rules.ts'
import type { Contribution } from '#functions/contributions/schema.ts'
import { ContributionStateChip } from '#web/contributions/ContributionStateChip.tsx'
import { useLateness } from '#web/contributions/useLateness.ts'
import { currentLanguage } from '#web/lib/i18n/index.ts'
import { intent } from '#web/lib/send.ts'
import { useAct } from '#web/lib/useAct.ts'
import { hasDraft } from '#web/lib/useKept.ts'
import type { OpenLink } from './link-api.ts'
import { PaperForm } from './PaperForm.tsx'
import classes from './Personal.module.css'
import { WithdrawAct } from './WithdrawAct.tsx'
import { momentIn } from './when.ts'

type Shown = Pick<Contribution, 'id' | 'title' | 'state' | 'late' | 'lateBy' | 'note' | 'receipt' | 'version'>
/** Whoever left the delegation sees their papers, and does nothing with them any more. */
type Props = { link: OpenLink; paper: Shown; mayWrite: boolean }

/** A new version is taken until the desk takes the paper up, and when it sends it back. */
const isOpen = ({ state }: Shown) => state === 'submitted' || state === 'returned'

export const Paper = ({ link, paper, mayWrite }: Props) => {
  const { t } = useTranslation('personal')
  const draft = `${paper.id}.version`
  const [rewriting, setRewriting] = useState(() => hasDraft(draft))
  return (
    <article className={classes.paper}>
      <h3 className={classes.paperTitle}>{paper.title}</h3>
      <ContributionStateChip state={paper.state} />
      {paper.note ? <p className={classes.warn}>{paper.note}</p> : null}
      <Receipt paper={paper} />
      {rewriting && isOpen(paper) ? (
        <PaperForm link={link} draft={draft} earlier={paper} onDone={() => setRewriting(false)} />
      ) : (
        <div className={classes.acts}>
          {mayWrite && isOpen(paper) ? (
            <Button variant="default" onClick={() => setRewriting(true)}>
              {t('paper.rewrite')}
            </Button>
          ) : null}
          {mayWrite && movesFrom(paper.state).includes('withdraw') ? (
            <Withdrawal link={link} id={paper.id} />
          ) : null}
        </div>
      )}
    </article>
  )
}

const Receipt = ({ paper: { receipt, late, lateBy } }: { paper: Shown }) => {
  const { t } = useTranslation('personal')
  const lateness = useLateness()
  const at = momentIn(currentLanguage(), receipt.receivedAt)
  return (
    <div className={classes.receipt}>
      <p>
        {t('paper.received', { at, number: receipt.number })}
        {late ? ` · ${lateness(lateBy)}` : ''}
      </p>
      <p className={classes.quiet}>{t('paper.hash')}</p>
      <p className={classes.hash}>{receipt.sha256}</p>
      <p className={classes.quiet}>{t('paper.receiptHint')}</p>
    </div>
  )
}

const Withdrawal = ({ link, id }: { link: OpenLink; id: string }) => {
  const act = useAct(
    (ctb: string, key) => link.api.contributions[':ctb'].withdraw.$post({ param: { ctb } }, intent(key)),
    [link.key],
  )
  return <WithdrawAct busy={act.isPending} error={act.error} onWithdraw={() => act.mutate(id)} />
}
