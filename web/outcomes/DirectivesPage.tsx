// What is to be carried out, across conferences: of one's own unit, or of the conferences one's house hosts.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMyUnits } from '#web/lib/useMe.ts'
import { useUnitName } from '#web/lib/useUnitName.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { More } from '#web/ui/More.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-words.ts'
import { DirectiveTaskRow } from './DirectiveTaskRow.tsx'
import { directivesSought } from './directive-queries.ts'
import { type DirectivesSought, directiveStates } from './directives-sought.ts'
import classes from './Outcomes.module.css'

/** Whose directives can be seen: a choice for whoever has several. */
const useViews = (): DirectivesSought[] => [
  ...useMyUnits('secretariat').map((host) => ({ host })),
  ...useMyUnits().map((unit) => ({ unit })),
]

export const DirectivesPage = () => {
  const { t } = useTranslation('outcomes')
  const { state, ...asked } = useSearch({ from: '/frame/directives' })
  const views = useViews()
  const whose = asked.unit || asked.host ? asked : (views[0] ?? {})
  const sought = { ...whose, ...(state ? { state } : {}) }
  return (
    <Page>
      <PageHead title={t('tasks.title')} lead={t('tasks.lead')} />
      {views.length > 1 ? <Views views={views} chosen={sought} /> : null}
      <nav className={`${classes.kinds} no-print`} aria-label={t('tasks.filter')}>
        {[undefined, ...directiveStates].map((one) => (
          <Link
            key={one ?? 'all'}
            to="/directives"
            search={{ ...asked, ...(one ? { state: one } : {}) }}
            className={classes.kind}
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
            aria-current={one === state ? 'page' : undefined}
          >
            {t(`tasks.${one ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      {sought.unit || sought.host ? (
        <Tasks sought={sought} />
      ) : (
        <Empty title={t('tasks.notYours')} hint={t('tasks.notYoursHint')} />
      )}
    </Page>
  )
}

const Views = ({ views, chosen }: { views: DirectivesSought[]; chosen: DirectivesSought }) => {
  const { t } = useTranslation('outcomes')
  return (
    <nav className={`${classes.kinds} no-print`} aria-label={t('tasks.whose')}>
      {views.map((view) => (
        <Link
          key={view.unit ?? view.host}
          to="/directives"
          search={{ ...view, ...(chosen.state ? { state: chosen.state } : {}) }}
          className={classes.kind}
          aria-current={view.unit === chosen.unit && view.host === chosen.host ? 'page' : undefined}
        >
          <Whose sought={view} />
        </Link>
      ))}
    </nav>
  )
}

const Whose = ({ sought: { unit, host } }: { sought: DirectivesSought }) => {
  const { t } = useTranslation('outcomes')
  const name = useUnitName(unit ?? host, new Date().toISOString())
  return t(unit ? 'tasks.ofUnit' : 'tasks.ofHost', { name })
}

const Tasks = ({ sought }: { sought: DirectivesSought }) => {
  const { t } = useTranslation('outcomes')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    directivesSought(sought),
  )
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const name = useUnitName(sought.unit ?? sought.host, new Date().toISOString())
  return (
    <>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel
        title={t(sought.unit ? 'tasks.ofUnit' : 'tasks.ofHost', { name })}
        aside={hasNextPage ? null : t('many', { count: items.length })}
        flush
      >
        {data || error ? null : <Waiting what={t('tasks.title').toLocaleLowerCase()} />}
        {data && items.length === 0 ? (
          <Empty title={t(`tasks.none.${sought.state ?? 'all'}`)} hint={t('tasks.noneHint')} />
        ) : null}
        <ol className={classes.list} data-rows>
          {items.map((task, at) => (
            <DirectiveTaskRow key={task.id} task={task} place={at + 1} unitId={sought.unit} />
          ))}
        </ol>
      </Panel>
      <More {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  )
}
