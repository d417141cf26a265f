// Who may do what, where, from when to when: looked up by person or by place, given and ended.
import { Button, SegmentedControl } from '@mantine/core'
import '@mantine/core/styles/SegmentedControl.css'
import '@mantine/core/styles/FloatingIndicator.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role, Scope } from '#functions/grants/schema.ts'
import { PersonField } from '#web/directory/PersonField.tsx'
import { useMe } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import form from '#web/ui/form.module.css'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { GiveForm } from './GiveForm.tsx'
import classes from './GrantsPage.module.css'
import { GrantsTable } from './GrantsTable.tsx'
import { type GrantsSought, grantsFound } from './grant-queries.ts'
import { ScopeField } from './ScopeField.tsx'
import './add-words.ts'

/** A role whose scope is of the kind looked up. */
const example = { unit: 'operator', conference: 'chair' } as const satisfies Record<string, Role>
type By = 'person' | keyof typeof example | 'everywhere'

const soughtOf = (by: By, person: string, scope: string): GrantsSought | undefined => {
  if (by === 'everywhere') return { scope: '*' }
  if (by === 'person') return person ? { person } : undefined
  return scope ? { scope: scope as Scope } : undefined
}

export const GrantsPage = () => {
  const { t } = useTranslation('grants')
  const [giving, setGiving] = useState(false)
  const [by, setBy] = useState<By>('person')
  const [person, setPerson] = useState('')
  const [scope, setScope] = useState('')
  const administers = useMe().data?.grants.some(({ role }) => role === 'administrator') ?? false
  const ways: By[] = ['person', 'conference', ...(administers ? (['unit', 'everywhere'] as const) : [])]
  const sought = soughtOf(by, person, scope)
  const turn = (next: string) => {
    setBy(next as By)
    setScope('')
  }
  const give = (
    <Button onClick={() => setGiving(true)} data-main-act>
      {t('give.act')}
    </Button>
  )
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} act={giving ? undefined : give} />
      {giving ? <GiveForm onDone={() => setGiving(false)} /> : null}
      <div className={form.form}>
        <SegmentedControl
          classNames={{ root: classes.ways }}
          withItemsBorders={false}
          aria-label={t('by.label')}
          value={by}
          onChange={turn}
          data={ways.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
        {by === 'person' ? (
          <PersonField
            label={t('column.person')}
            description={t('by.personHint')}
            value={person}
            onChange={setPerson}
          />
        ) : null}
        {by === 'unit' || by === 'conference' ? (
          <ScopeField role={example[by]} value={scope} onChange={setScope} />
        ) : null}
      </div>
      <Found sought={sought} whose={by === 'person' ? 'person' : 'scope'} />
    </Page>
  )
}

type FoundProps = { sought: GrantsSought | undefined; whose: 'person' | 'scope' }

const Found = ({ sought, whose }: FoundProps) => {
  const { t } = useTranslation('grants')
  const { data, error, refetch } = useQuery({
    ...grantsFound(sought ?? { scope: '*' }),
    enabled: sought !== undefined,
  })
  if (!sought) return <Empty title={t('choose')} hint={t('chooseHint')} />
  return (
    <Panel title={t('list')} flush>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting what={t('title').toLocaleLowerCase()} rows={4} />}
      {data?.items.length === 0 ? <Empty title={t('none')} hint={t('noneHint')} /> : null}
      {data && data.items.length > 0 ? <GrantsTable grants={data.items} mayEnd whose={whose} /> : null}
    </Panel>
  )
}
