// One past conference as entered: its text, what is missing, what sources give differently; settled, withdrawn, sealed here.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportView } from '#functions/imports/views.schema.ts'
import { ConferenceTitle } from '#web/conferences/ConferenceTitle.tsx'
import { asProblem } from '#web/lib/problem.ts'
import { useUnitName } from '#web/lib/useUnitName.ts'
import { MinutesSheet } from '#web/minutes/MinutesSheet.tsx'
import { SignAgain } from '#web/minutes/SignAgain.tsx'
import { LoadProblem } from '#web/ui/LoadProblem.tsx'
import { MainAct, MainActPlace, MainActProvider } from '#web/ui/MainAct.tsx'
import { Page } from '#web/ui/Page.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { StateChip } from '#web/ui/StateChip.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-words.ts'
import { Contradictions } from './Contradictions.tsx'
import { Held } from './Held.tsx'
import classes from './Imports.module.css'
import { toneOf } from './ImportsPage.tsx'
import { oneImport, useImportAct } from './import-queries.ts'
import { OpenPoints, Outcome, WithdrawImport } from './OpenPoints.tsx'
import { Sources } from './Sources.tsx'
import { ToImports } from './ToImports.tsx'

export const ImportPage = () => {
  const { t } = useTranslation('imports')
  const { import: id } = useParams({ from: '/frame/archive/imports/$import' })
  const { data, error, refetch } = useQuery(oneImport(id))
  if (error && !data)
    return (
      <LoadProblem error={error} onRetry={() => void refetch()}>
        <ToImports />
      </LoadProblem>
    )
  if (!data) return <Waiting what={t('title')} />
  return (
    <MainActProvider>
      <Entered made={data} />
    </MainActProvider>
  )
}

const Entered = ({ made }: { made: ImportView }) => {
  const { t } = useTranslation('imports')
  const { id, facts, state, startsAt, unsettled, blocks, contradictions } = made
  const act = useImportAct(id)
  const agency = useUnitName(facts.hostUnitId, startsAt)
  const isSealing = act.isPending && act.variables.act === 'seal'
  const isDraft = state === 'draft'
  const isOld = act.error !== null && asProblem(act.error).slug === 'sign-in-too-old'
  return (
    <Page>
      <ToImports />
      <header>
        <div className={classes.facts}>
          <StateChip tone={toneOf[state]}>{t(`state.${state}`)}</StateChip>
          <span>
            <Held startsAt={startsAt} precision={facts.heldOn.precision} />
          </span>
          <div className={classes.act}>
            {isDraft && !isSealing ? (
              <Link to="/archive/imports/$import/edit" params={{ import: id }} className="no-print">
                {t('correct')}
              </Link>
            ) : null}
            <MainActPlace />
          </div>
        </div>
        <ConferenceTitle title={facts.title.length > 0 ? facts.title : [t('untitled')]} as="h1" />
      </header>
      {isOld ? <SignAgain /> : act.error ? <ProblemNote error={act.error} /> : null}
      {isDraft || state === 'frozen' ? (
        <MainAct
          gold
          busy={isSealing}
          disabled={unsettled > 0 || act.isPending}
          onClick={() => act.mutate({ act: 'seal' })}
        >
          {t('seal')}
        </MainAct>
      ) : null}
      {isDraft ? <p className={classes.quiet}>{t('sealHint')}</p> : null}
      <p role="status" className={classes.quiet}>
        {isSealing ? t('printing') : ''}
      </p>
      <div className={classes.columns}>
        <MinutesSheet
          title={facts.title}
          agency={agency}
          number={undefined}
          blocks={blocks.map((block) => ({ ...block, events: [] }))}
          attestations={[]}
          sealed={state === 'sealed'}
          historical
        />
        <aside className={classes.side}>
          <Outcome made={made} />
          <Contradictions contradictions={contradictions} open={isDraft} act={act} />
          <OpenPoints made={made} />
          <Sources sources={facts.sources} />
          {isDraft ? <WithdrawImport act={act} /> : null}
        </aside>
      </div>
    </Page>
  )
}
