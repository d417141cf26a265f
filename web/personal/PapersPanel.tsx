// A delegate's own papers: hand one in, see the receipt and the decision, hand in a new version, take it back.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { hasDraft } from '#web/lib/useKept.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { isOver, type OpenLink, papersOf } from './link-api.ts'
import { Paper } from './Paper.tsx'
import { PaperForm } from './PaperForm.tsx'
import classes from './Personal.module.css'

type Props = { link: OpenLink; invitation: Invitation }

export const PapersPanel = ({ link, invitation: { conference, delegate } }: Props) => {
  const { t } = useTranslation('personal')
  const draft = `${delegate.id}.paper`
  const [writing, setWriting] = useState(() => hasDraft(draft))
  const { data, error, refetch } = useQuery(papersOf(link))
  const { contributionsDueAt: due } = conference
  const past = useServerNow(30_000) > Date.parse(due ?? '')
  const mayWrite = delegate.state === 'expected'
  if (!mayWrite && data?.items.length === 0) return null
  return (
    <Panel title={t('paper.title')}>
      <div className={classes.stack}>
        {error && !data && !isOver(error) ? (
          <ProblemNote error={error} onRetry={() => void refetch()} />
        ) : null}
        {data || error ? null : <Waiting what={t('paper.title').toLocaleLowerCase()} rows={2} />}
        {data?.items.length === 0 && !writing ? <p>{t('paper.none')}</p> : null}
        {data?.items.map((paper) => (
          <Paper key={paper.id} link={link} paper={paper} mayWrite={mayWrite} />
        ))}
        {mayWrite && past ? <p className={classes.warn}>{t('paper.past')}</p> : null}
        {mayWrite && writing ? (
          <PaperForm link={link} draft={draft} onDone={() => setWriting(false)} />
        ) : null}
        {mayWrite && data && !writing ? (
          <div className={classes.acts}>
            <Button variant="default" onClick={() => setWriting(true)}>
              {t(data.items.length > 0 ? 'paper.another' : 'paper.write')}
            </Button>
          </div>
        ) : null}
      </div>
    </Panel>
  )
}
