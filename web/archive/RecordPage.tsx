// One sealed record: the minutes as they were signed, and whether they are untouched.
import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SealedRecord } from '#functions/archive/schema.ts'
import { ConferenceTitle } from '#web/conferences/ConferenceTitle.tsx'
import '#web/imports/add-words.ts'
import { Held } from '#web/imports/Held.tsx'
import { Sources, sourcesIn } from '#web/imports/Sources.tsx'
import { moment } from '#web/lib/format.ts'
import { useUnitName } from '#web/lib/useUnitName.ts'
import { MinutesSheet } from '#web/minutes/MinutesSheet.tsx'
import back from '#web/ui/BackLink.module.css'
import { MainActProvider } from '#web/ui/MainAct.tsx'
import { Page } from '#web/ui/Page.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { StateChip } from '#web/ui/StateChip.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './Archive.module.css'
import { oneRecord } from './archive-queries.ts'
import { RecordFacts } from './RecordFacts.tsx'
import { VerifyPanel } from './VerifyPanel.tsx'

export const RecordPage = () => {
  const { t } = useTranslation()
  const { t: ofImports } = useTranslation('imports')
  const { record: id } = useParams({ from: '/frame/archive/$record' })
  const { data, error, refetch } = useQuery(oneRecord(id))
  const agency = useUnitName(data?.hostUnitId, data?.startsAt)
  if (error && !data)
    return (
      <Page>
        <ProblemNote error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data) return <Waiting what={t('places.archive')} />
  const sealed = SealedRecord.parse(data.record)
  const isHistorical = data.kind === 'historical'
  return (
    <MainActProvider>
      <Page>
        <Link to="/archive" className={`${back.back} no-print`}>
          <IconChevronLeft size={16} stroke={2} aria-hidden="true" />
          {t('places.archive')}
        </Link>
        <header>
          <div className={classes.facts}>
            <StateChip tone="gold">{t('state.sealed')}</StateChip>
            {isHistorical ? (
              <StateChip tone="quiet">{ofImports('historical')}</StateChip>
            ) : (
              <b>{data.number}</b>
            )}
            <span>
              {isHistorical ? (
                <Held startsAt={data.startsAt} precision={data.datePrecision} />
              ) : (
                moment(data.startsAt)
              )}
            </span>
          </div>
          <ConferenceTitle title={data.title.length > 0 ? data.title : [ofImports('untitled')]} as="h1" />
        </header>
        <div className={classes.columns}>
          <MinutesSheet
            title={data.title}
            agency={agency}
            number={data.number}
            blocks={sealed.minutes.blocks}
            attestations={sealed.attestations}
            sealed
            historical={isHistorical}
          />
          <aside className={classes.side}>
            <VerifyPanel record={id} />
            <Sources sources={sourcesIn(sealed.minutes)} />
            <RecordFacts view={data} sealed={sealed} />
          </aside>
        </div>
      </Page>
    </MainActProvider>
  )
}
