// What one person may do, where, from when to when; and giving them more.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '#web/ui/Empty.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { GiveForm } from './GiveForm.tsx'
import { GrantsTable } from './GrantsTable.tsx'
import { grantsFound } from './grant-queries.ts'
import './add-words.ts'

export const PersonGrants = ({ personId, mayGive }: { personId: string; mayGive: boolean }) => {
  const { t } = useTranslation('grants')
  const [giving, setGiving] = useState(false)
  const { data, error, refetch } = useQuery(grantsFound({ person: personId }))
  const give = (
    <Button variant="default" size="compact-sm" onClick={() => setGiving(true)}>
      {t('give.act')}
    </Button>
  )
  return (
    <>
      {giving ? <GiveForm personId={personId} onDone={() => setGiving(false)} /> : null}
      <Panel title={t('title')} aside={mayGive && !giving ? give : undefined} flush>
        {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
        {data || error ? null : <Waiting what={t('title').toLocaleLowerCase()} rows={3} />}
        {data?.items.length === 0 ? <Empty title={t('none')} hint={t('noneHint')} /> : null}
        {data && data.items.length > 0 ? <GrantsTable grants={data.items} mayEnd whose="person" /> : null}
      </Panel>
    </>
  )
}
