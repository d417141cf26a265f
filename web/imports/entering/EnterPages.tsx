// Entering a past conference from its documents, and correcting what was entered, for archivists.
import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportView } from '#functions/imports/views.schema.ts'
import { useHolds } from '#web/lib/useHolds.ts'
import back from '#web/ui/BackLink.module.css'
import { Empty } from '#web/ui/Empty.tsx'
import { LoadProblem } from '#web/ui/LoadProblem.tsx'
import { MainActPlace, MainActProvider } from '#web/ui/MainAct.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { oneImport } from '../import-queries.ts'
import { ToImports } from '../ToImports.tsx'
import './add-words.ts'
import '../add-words.ts'
import { blankForm } from './form.ts'
import { formOf, inputOfFacts } from './form-input.ts'
import { ImportForm } from './ImportForm.tsx'

type FrameProps = { title: string; id?: string; children: React.ReactNode }

const ToOne = ({ id }: { id: string }) => {
  const { t } = useTranslation('entering')
  return (
    <Link to="/archive/imports/$import" params={{ import: id }} className={`${back.back} no-print`}>
      <IconChevronLeft size={16} stroke={2} aria-hidden="true" />
      {t('backToOne')}
    </Link>
  )
}

const Framed = ({ title, id, children }: FrameProps) => {
  const { t } = useTranslation('entering')
  return (
    <MainActProvider>
      <Page>
        {id ? <ToOne id={id} /> : <ToImports />}
        <PageHead title={title} lead={t('lead')} act={<MainActPlace />} />
        {children}
      </Page>
    </MainActProvider>
  )
}

const Forbidden = () => {
  const { t } = useTranslation('entering')
  return <Empty title={t('forbidden')} hint={t('forbiddenHint')} />
}

export const NewImportPage = () => {
  const { t } = useTranslation('entering')
  const mayWrite = useHolds('archivist')
  const [standing] = useState(() => ({ version: 0, form: blankForm(Date.now()) }))
  return (
    <Framed title={t('newTitle')}>{mayWrite ? <ImportForm standing={standing} /> : <Forbidden />}</Framed>
  )
}

export const EditImportPage = () => {
  const { t } = useTranslation('entering')
  const { import: id } = useParams({ from: '/frame/archive/imports/$import/edit' })
  const mayWrite = useHolds('archivist')
  const { data, error, refetch } = useQuery(oneImport(id))
  if (error && !data)
    return (
      <LoadProblem error={error} onRetry={() => void refetch()}>
        <ToImports />
      </LoadProblem>
    )
  if (!data) return <Waiting what={t('editTitle')} />
  return (
    <Framed title={t('editTitle')} id={id}>
      {mayWrite ? <Editing made={data} /> : <Forbidden />}
    </Framed>
  )
}

const Editing = ({ made }: { made: ImportView }) => {
  const { t } = useTranslation('entering')
  const { id, facts, version, state } = made
  const standing = useMemo(() => ({ version, form: formOf(inputOfFacts(facts)) }), [facts, version])
  if (state !== 'draft') return <Empty title={t('closed')} hint={t('closedHint')} />
  return <ImportForm key={id} id={id} standing={standing} />
}
