// Every version as handed in, the newest first: when, by whom, its hashes, and the receipt anybody can check.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TextVersion } from '#functions/contributions/schema.ts'
import { filing } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { saveFile } from '#web/lib/save-file.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Contribution.module.css'
import { useLateness } from './useLateness.ts'
import '#web/conferences/secretariat/add-words.ts'

type Param = { id: string; ctb: string }
type Props = { param: Param; versions: readonly TextVersion[] }

const one = filing.conferences[':id'].contributions[':ctb'].versions[':number']['receipt.json']

const save = async (param: Param, number: number): Promise<void> => {
  const answer = await one.$get({ param: { ...param, number: String(number) } })
  saveFile(await answer.blob(), `${param.ctb}-${number}.json`)
}

export const Versions = ({ param, versions }: Props) => {
  const { t } = useTranslation('secretariat')
  const { t: house } = useTranslation()
  const saving = useAct((number: number) => save(param, number), [])
  return (
    <Panel title={t(versions.length > 1 ? 'review.versions' : 'review.receipt')}>
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      <ol className={classes.versions} reversed>
        {versions.toReversed().map((version) => (
          <li key={version.number}>
            <p>
              <b>{t('review.version', { number: version.number })}</b>
            </p>
            <p className={classes.quiet}>
              {t('review.receivedBy', { name: version.by.name, at: moment(version.receivedAt) })}
            </p>
            {version.late ? <Late by={version.lateBy} /> : null}
            <Hash word={house('contribution.sha256')} hash={version.sha256} />
            {version.digest ? <Hash word={house('contribution.digest')} hash={version.digest} /> : null}
            <Button
              size="compact-sm"
              variant="default"
              className="no-print"
              onClick={() => saving.mutate(version.number)}
            >
              {t('review.saveReceipt', { number: version.number })}
            </Button>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

const Late = ({ by }: { by: number | undefined }) => {
  const lateness = useLateness()
  return <p className={classes.quiet}>▲ {lateness(by)}</p>
}

const Hash = ({ word, hash }: { word: string; hash: string }) => (
  <p className={classes.quiet}>
    {word}
    <span className={classes.hash}>{hash}</span>
  </p>
)
