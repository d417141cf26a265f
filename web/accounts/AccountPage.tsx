// One account: how it stands, whose it is, what it may do, and what an administrator does with it.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '#functions/accounts/schema.ts'
import { PersonGrants } from '#web/grants/PersonGrants.tsx'
import { moment } from '#web/lib/format.ts'
import back from '#web/ui/BackLink.module.css'
import { LoadProblem } from '#web/ui/LoadProblem.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './Account.module.css'
import { AccountActs } from './AccountActs.tsx'
import { AccountState } from './AccountState.tsx'
import { oneAccount } from './account-queries.ts'
import { MoveForm } from './MoveForm.tsx'
import { Posts } from './Posts.tsx'
import './add-words.ts'

export const AccountPage = () => {
  const { t } = useTranslation('accounts')
  const { sub } = useParams({ from: '/frame/accounts/$sub' })
  const { data, error, refetch } = useQuery(oneAccount(sub))
  if (error && !data)
    return (
      <LoadProblem error={error} onRetry={() => void refetch()}>
        <Link to="/accounts">{t('title')}</Link>
      </LoadProblem>
    )
  if (!data) return <Waiting what={t('title').toLocaleLowerCase()} />
  return (
    <Page>
      <Link to="/accounts" className={back.back}>
        {t('title')}
      </Link>
      <PageHead title={data.name ?? data.username} lead={data.name ? data.username : t('nobody')} />
      <Facts account={data} />
      <Panel title={t('posts.title')} flush>
        <Posts posts={data.posts} />
      </Panel>
      {data.posts.length > 0 && data.state !== 'disabled' ? <MoveForm sub={sub} posts={data.posts} /> : null}
      {data.personId ? <PersonGrants personId={data.personId} mayGive={data.state !== 'disabled'} /> : null}
    </Page>
  )
}

const Facts = ({ account }: { account: AccountView }) => {
  const { t } = useTranslation('accounts')
  const { state, email, disabled } = account
  return (
    <Panel title={t('account')}>
      <dl className={classes.facts}>
        <dt>{t('column.state')}</dt>
        <dd>
          <AccountState state={state} />
        </dd>
        <dt>{t('column.email')}</dt>
        <dd>{email ?? '–'}</dd>
        {disabled ? (
          <>
            <dt>{t('disabled')}</dt>
            <dd>
              {moment(disabled.at)} · {disabled.reason}
            </dd>
          </>
        ) : null}
      </dl>
      <AccountActs account={account} />
    </Panel>
  )
}
