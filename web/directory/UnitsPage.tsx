// The register of units: found by any name they have borne, as it stood on any day; in and out as tables.
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitType } from '#functions/directory/unit-types.data.ts'
import { count } from '#web/lib/format.ts'
import { useHolds } from '#web/lib/useHolds.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { More } from '#web/ui/More.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { unitsFound } from './directory-queries.ts'
import { ExportUnits } from './ExportUnits.tsx'
import { ImportUnits } from './ImportUnits.tsx'
import { NewUnit } from './NewUnit.tsx'
import { UnitFilters } from './UnitFilters.tsx'
import { UnitsTable } from './UnitsTable.tsx'
import './add-words.ts'

/** What the address keeps: words, a type, a civil day. */
export type UnitsShown = { q?: string; type?: string; on?: string }

export const UnitsPage = () => {
  const { t } = useTranslation('directory')
  const shown = useSearch({ from: '/frame/units' })
  const navigate = useNavigate({ from: '/units' })
  const writes = useHolds('administrator')
  const exports = useHolds('administrator', 'secretariat', 'archivist')
  const [adding, setAdding] = useState(false)
  const add = (
    <Button onClick={() => setAdding(true)} data-main-act>
      {t('new.act')}
    </Button>
  )
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} act={writes && !adding ? add : undefined} />
      {adding ? <NewUnit onDone={() => setAdding(false)} /> : null}
      <UnitFilters shown={shown} onShow={(search) => void navigate({ search, replace: true })} />
      <Found shown={shown} />
      {writes ? <ImportUnits /> : null}
      {exports ? <ExportUnits shown={shown} /> : null}
    </Page>
  )
}

const Found = ({ shown }: { shown: UnitsShown }) => {
  const { t } = useTranslation('directory')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    unitsFound({ q: shown.q, on: shown.on, type: shown.type as UnitType | undefined }),
  )
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const total = data?.pages[0]?.total
  return (
    <>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel
        title={t('list')}
        aside={
          total === undefined ? undefined : t('many', { shown: count(items.length), total: count(total) })
        }
        flush
      >
        {data || error ? null : <Waiting what={t('title').toLocaleLowerCase()} />}
        {data && items.length === 0 ? <Empty title={t('none')} hint={t('noneHint')} /> : null}
        {items.length > 0 ? <UnitsTable units={items} /> : null}
      </Panel>
      <More {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  )
}
