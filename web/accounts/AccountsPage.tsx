// Who may sign in: found by user name or address; the administrator invites more.
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '#web/ui/Empty.tsx'
import { More } from '#web/ui/More.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { AccountsTable } from './AccountsTable.tsx'
import { accountsFound } from './account-queries.ts'
import { InviteForm } from './InviteForm.tsx'
import './add-words.ts'

const pauseMs = 250

export const AccountsPage = () => {
  const { t } = useTranslation('accounts')
  const [sought, setSought] = useState('')
  const [q] = useDebouncedValue(sought.trim(), pauseMs)
  const [inviting, setInviting] = useState(false)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    accountsFound(q),
  )
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const invite = (
    <Button onClick={() => setInviting(true)} data-main-act>
      {t('invite.act')}
    </Button>
  )
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} act={inviting ? undefined : invite} />
      {inviting ? <InviteForm onDone={() => setInviting(false)} /> : null}
      <SearchField label={t('search')} value={sought} onChange={setSought} />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel title={t('list')} flush>
        {data || error ? null : <Waiting what={t('title').toLocaleLowerCase()} />}
        {data && items.length === 0 ? (
          <Empty title={q ? t('notFound', { q }) : t('none')} hint={q ? t('notFoundHint') : t('noneHint')} />
        ) : null}
        {items.length > 0 ? <AccountsTable accounts={items} /> : null}
      </Panel>
      <More {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </Page>
  )
}
