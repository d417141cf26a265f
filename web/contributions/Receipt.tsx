// The receipt of a version: when it came, what it proves, and how anybody checks that. To be kept: copied, printed, saved.
import { Button, CopyButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contribution } from '#functions/contributions/schema.ts'
import { moment } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { printAlone } from '#web/ui/print-alone.ts'
import classes from './Receipt.module.css'
import { ReceiptProof } from './ReceiptProof.tsx'
import { useLateness } from './useLateness.ts'
import '#web/delegates/add-words.ts'

type Props = {
  contribution: Pick<
    Contribution,
    'id' | 'conferenceId' | 'title' | 'author' | 'late' | 'lateBy' | 'receipt' | 'files'
  >
  /** It was just handed in: said aloud, and in words. */
  fresh?: boolean
  onClose?: () => void
}

export const Receipt = ({ contribution, fresh = false, onClose }: Props) => {
  const { t } = useTranslation()
  const own = useTranslation('delegate').t
  const facts = useFacts(contribution)
  const place = useRef<HTMLDivElement>(null)
  // What was typed stood here and was longer: the receipt is what is seen now.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' })
  }, [])
  const text = [contribution.title, ...facts.map(([name, fact]) => `${name}: ${fact}`)].join('\n')
  return (
    <div ref={place}>
      <Panel title={t('contribution.receipt')}>
        {fresh ? (
          <p role="status" className={classes.good}>
            {own('receipt.sent')}
          </p>
        ) : null}
        <p className={classes.title}>{contribution.title}</p>
        <dl className={classes.facts}>
          {facts.map(([name, fact, coded]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={coded ? classes.hash : undefined}>{fact}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.how}>{own('receipt.how')}</p>
        <div className={`${classes.acts} no-print`}>
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy} aria-live="polite">
                {own(copied ? 'receipt.copied' : 'receipt.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={() => printAlone(place.current)}>
            {own('receipt.print')}
          </Button>
          {contribution.receipt.digest ? (
            <ReceiptProof contribution={contribution} digest={contribution.receipt.digest} />
          ) : null}
          {onClose ? (
            <Button variant="subtle" onClick={onClose}>
              {own('receipt.close')}
            </Button>
          ) : null}
        </div>
      </Panel>
    </div>
  )
}

type Fact = readonly [name: string, fact: string, coded?: true]

const useFacts = ({ author, receipt, late, lateBy, files }: Props['contribution']): Fact[] => {
  const { t } = useTranslation()
  const lateness = useLateness()
  const { receivedAt, number, sha256, digest } = receipt
  const names = files.map(({ name }) => name).join(', ')
  return [
    [t('contribution.author'), author.display],
    [t('contribution.receivedAt'), late ? `${moment(receivedAt)} · ${lateness(lateBy)}` : moment(receivedAt)],
    [t('contribution.version'), String(number)],
    ...(names ? [[t('contribution.files'), names] as const] : []),
    [t('contribution.sha256'), sha256, true],
    ...(digest ? [[t('contribution.digest'), digest, true] as const] : []),
  ]
}
