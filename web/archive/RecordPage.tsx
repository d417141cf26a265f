// One sealed record: the minutes as they were signed, what they rest on, what belongs to them, and whether they are untouched.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RecordSheet } from '#functions/archive/sheet.schema.ts'
import { ConferenceTitle } from '#web/conferences/ConferenceTitle.tsx'
import '#web/imports/add-words.ts'
import { Held } from '#web/imports/Held.tsx'
import { Sources } from '#web/imports/Sources.tsx'
import { vi as imports } from '#web/imports/words.ts'
import { moment } from '#web/lib/format.ts'
import { useUnitName } from '#web/lib/useUnitName.ts'
import { MinutesSheet } from '#web/minutes/MinutesSheet.tsx'
import { LoadProblem } from '#web/ui/LoadProblem.tsx'
import notes from '#web/ui/Note.module.css'
import { Page } from '#web/ui/Page.tsx'
import { StateChip } from '#web/ui/StateChip.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-record-words.ts'
import { Annexes } from './Annexes.tsx'
import { KeepingPanel } from './keeping/KeepingPanel.tsx'
import classes from './Record.module.css'
import { RecordFacts } from './RecordFacts.tsx'
import { RecordText } from './RecordText.tsx'
import { sheetOf } from './record-queries.ts'
import { TakeAway } from './TakeAway.tsx'
import { ToArchive } from './ToArchive.tsx'
import { VerifyPanel } from './VerifyPanel.tsx'
import { VersionNote } from './VersionNote.tsx'

export const RecordPage = () => {
  const { t } = useTranslation()
  const { record: id } = useParams({ from: '/frame/archive/$record' })
  const { data, error, refetch } = useQuery(sheetOf(id))
  if (error && !data)
    return (
      <LoadProblem error={error} onRetry={() => void refetch()}>
        <ToArchive />
      </LoadProblem>
    )
  if (!data) return <Waiting what={t('places.archive')} />
  return <Record key={data.id} sheet={data} />
}

const Record = ({ sheet }: { sheet: RecordSheet }) => {
  const { t } = useTranslation('record')
  const agency = useUnitName(sheet.hostUnitId, sheet.startsAt)
  const { text, attestations } = sheet
  return (
    <Page>
      <ToArchive />
      <Head sheet={sheet} />
      <VersionNote sheet={sheet} />
      <Missing missing={text.missing} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <p className={`${classes.quiet} no-print`}>{t('basis.hint')}</p>
          <MinutesSheet
            title={sheet.title}
            agency={agency}
            number={sheet.number}
            blocks={text.blocks}
            attestations={attestations}
            sealed
            historical={sheet.kind === 'historical'}
            addendum={sheet.kind === 'addendum'}
          >
            <RecordText sheet={sheet} />
          </MinutesSheet>
        </div>
        <aside className={classes.side}>
          <VerifyPanel record={sheet.id} />
          <TakeAway sheet={sheet} />
          <Sources sources={text.sources} />
          <RecordFacts sheet={sheet} />
          <KeepingPanel record={sheet.id} keeping={sheet.keeping} />
        </aside>
      </div>
      <Annexes sheet={sheet} />
    </Page>
  )
}

const Head = ({ sheet }: { sheet: RecordSheet }) => {
  const { t } = useTranslation()
  const said = useTranslation('record').t
  const { kind, number, title, startsAt, datePrecision, classification } = sheet
  return (
    <header>
      <div className={classes.head}>
        <StateChip tone="gold">{t('state.sealed')}</StateChip>
        {kind === 'conference' ? null : <StateChip tone="quiet">{said(`kind.${kind}`)}</StateChip>}
        {classification === 'internal' ? <StateChip tone="quiet">{said('internal')}</StateChip> : null}
        {number ? <b>{number}</b> : null}
        <span>
          {datePrecision === 'moment' ? (
            moment(startsAt)
          ) : (
            <Held startsAt={startsAt} precision={datePrecision} />
          )}
        </span>
      </div>
      <ConferenceTitle title={title.length > 0 ? title : [said('untitled')]} as="h1" />
    </header>
  )
}

type Part = keyof typeof imports.missing
const isPart = (part: string): part is Part => Object.hasOwn(imports.missing, part)

/** What the documents of a past conference do not say is said, not passed over. */
const Missing = ({ missing }: { missing: readonly string[] }) => {
  const { t } = useTranslation('record')
  const word = useTranslation('imports').t
  if (missing.length === 0) return null
  const what = missing.map((part) => (isPart(part) ? word(`missing.${part}`) : part)).join(', ')
  return (
    <div className={notes.note}>
      <p className={notes.what}>{t('missing', { what })}</p>
      <p>{t('missingHint')}</p>
    </div>
  )
}
