// Checks a record now, step by step, and says in words what each step proves.
import { Button } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#functions/archive/schema.ts'
import { dayWords, momentWords } from '#functions/minutes/words.rules.ts'
import { count, day, moment } from '#web/lib/format.ts'
import { currentLanguage } from '#web/lib/i18n/index.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import './add-record-words.ts'
import { verificationOf } from './archive-queries.ts'
import classes from './Verify.module.css'

/** Days and instants as the sentences of each language have them. */
const spoken = (key: string, value: string | number): string => {
  const vi = currentLanguage() === 'vi'
  if (typeof value === 'number') return count(value)
  if (key === 'until') return vi ? momentWords(value) : moment(value)
  if (key === 'day') return vi ? dayWords(value) : day(value)
  return value
}

const spokenParams = ({ params }: Finding) =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, spoken(key, value)]))

export const VerifyPanel = ({ record }: { record: string }) => {
  const { t } = useTranslation()
  const said = useTranslation('record').t
  const { data, error, isFetching, refetch } = useQuery(verificationOf(record))
  return (
    <Panel title={t('archive.verify')}>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <div role="status">
        {data ? (
          <p className={classes.verdict} data-ok={data.verified || undefined}>
            {data.verified ? t('archive.verified') : t('archive.broken')}
          </p>
        ) : (
          <p className={classes.about}>{t('archive.verifyHint')}</p>
        )}
      </div>
      {data ? (
        <>
          <ul className={classes.checks}>
            {data.checks.map(({ name, ok, ...finding }) => (
              <li key={name} data-ok={ok || undefined}>
                <span className={classes.mark} aria-hidden="true">
                  {ok ? <IconCheck size={16} stroke={2.4} /> : <IconX size={16} stroke={2.4} />}
                </span>
                <div>
                  <b>{t(`archive.check.${name}`)}</b>
                  <span className="visually-hidden">: {ok ? t('archive.ok') : t('archive.notOk')}</span>
                  {ok ? <p className={classes.proves}>{said(`proves.${name}`)}</p> : null}
                  <p className={classes.detail}>
                    {said(`found.${finding.code}`, { replace: spokenParams(finding) })}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <p className={classes.about}>{t('archive.checkedAt', { at: moment(data.checkedAt) })}</p>
        </>
      ) : null}
      <Button
        variant={data ? 'default' : 'filled'}
        loading={isFetching}
        onClick={() => void refetch()}
        mt={12}
        {...(data ? {} : { 'data-main-act': true })}
      >
        {data ? t('archive.verifyAgain') : t('archive.verifyNow')}
      </Button>
    </Panel>
  )
}
