// Past conferences entered from documents: what stands where, and what is open of each.
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportHead } from '#functions/imports/views.schema.ts'
import { ToArchive } from '#web/archive/ToArchive.tsx'
import { useHolds } from '#web/lib/useHolds.ts'
import { useUnitName } from '#web/lib/useUnitName.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'
import table from '#web/ui/table.module.css'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-words.ts'
import { Held } from './Held.tsx'
import { importsEntered } from './import-queries.ts'

export const toneOf: Record<ImportHead['state'], Tone> = {
  draft: 'busy',
  frozen: 'warn',
  sealed: 'gold',
  withdrawn: 'quiet',
}

export const ImportsPage = () => {
  const { t } = useTranslation('imports')
  const mayEnter = useHolds('archivist')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(importsEntered)
  const items = data?.pages.flatMap((page) => page.items)
  return (
    <Page>
      <ToArchive />
      <PageHead title={t('title')} lead={t('lead')} act={mayEnter ? <Enter /> : null} />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel title={t('entries')} flush>
        {items || error ? null : <Waiting what={t('title')} />}
        {items?.length === 0 ? <Empty title={t('none')} hint={t('noneHint')} /> : null}
        {items && items.length > 0 ? <ImportsTable items={items} /> : null}
      </Panel>
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Page>
  )
}

const Enter = () => {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  return (
    <Button data-main-act onClick={() => void navigate({ to: '/archive/imports/new' })}>
      {t('enter')}
    </Button>
  )
}

const ImportsTable = ({ items }: { items: readonly ImportHead[] }) => {
  const { t } = useTranslation('imports')
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('column.title')}</th>
          <th scope="col">{t('column.held')}</th>
          <th scope="col">{t('column.host')}</th>
          <th scope="col">{t('column.open')}</th>
          <th scope="col">{t('column.state')}</th>
        </tr>
      </thead>
      <tbody data-rows>
        {items.map((item) => (
          <ImportRow key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  )
}

const ImportRow = ({ item }: { item: ImportHead }) => {
  const { t } = useTranslation('imports')
  const { id, title, heldOn, startsAt, hostUnitId, missing, unsettled, state } = item
  const host = useUnitName(hostUnitId, startsAt)
  const open = [
    ...missing.map((part) => t(`missing.${part}`)),
    ...(unsettled > 0 ? [t('unsettled', { count: unsettled })] : []),
  ]
  return (
    <tr>
      <td className={table.long}>
        <Link to="/archive/imports/$import" params={{ import: id }} className={table.link}>
          {title.join('; ') || t('untitled')}
        </Link>
      </td>
      <td className={table.nowrap}>
        <Held startsAt={startsAt} precision={heldOn.precision} />
      </td>
      <td>{host}</td>
      <td>{open.join(', ')}</td>
      <td>
        <StateChip tone={toneOf[state]}>{t(`state.${state}`)}</StateChip>
      </td>
    </tr>
  )
}
