// What the conference brought about, by kind: listed with what is unknown, and recorded by those who may while it is on.
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutcomeKind } from '#functions/outcomes/schema.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { hasDraft } from '#web/lib/useKept.ts'
import { useMay } from '#web/lib/useMe.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Page } from '#web/ui/Page.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-words.ts'
import { draftOf, OutcomeEditor } from './OutcomeEditor.tsx'
import { OutcomeList } from './OutcomeList.tsx'
import classes from './Outcomes.module.css'
import { type Outcomes, outcomesOf, type ShownOutcome } from './outcome-queries.ts'

const kinds = ['directive', 'commendation', 'figure', 'citation'] as const

type Editing = { kind: OutcomeKind; item?: ShownOutcome }

export const OutcomesPage = () => {
  const { t } = useTranslation('outcomes')
  const conference = useConference()
  const { kind = 'directive' } = useSearch({ from: '/frame/conferences/$id/outcomes' })
  const { data, error, refetch } = useQuery(outcomesOf(conference.id))
  const [editing, setEditing] = useState<Editing | undefined>(() =>
    hasDraft(draftOf(conference.id, kind)) ? { kind } : undefined,
  )
  const mayWrite = useMay(conference)('outcome:write')
  const writes = mayWrite && (conference.state === 'in-session' || conference.state === 'closed')
  const open = writes && editing?.kind === kind ? editing : undefined
  return (
    <Page>
      {writes && !open ? <MainAct onClick={() => setEditing({ kind })}>{t(`record.${kind}`)}</MainAct> : null}
      {mayWrite && !writes ? <p className={classes.note}>{t('notYet')}</p> : null}
      {error && !data ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting what={t('title')} />}
      {data ? (
        <>
          <Kinds id={conference.id} kind={kind} outcomes={data} />
          <div className={classes.columns} data-editing={open ? true : undefined}>
            <OutcomeList
              conference={conference}
              kind={kind}
              outcomes={data}
              onRevise={writes ? (item) => setEditing({ kind, item }) : undefined}
            />
            {open ? (
              <OutcomeEditor
                key={`${kind} ${open.item?.id ?? ''}`}
                conference={conference}
                kind={kind}
                item={open.item}
                outcomes={data}
                onDone={() => setEditing(undefined)}
              />
            ) : null}
          </div>
        </>
      ) : null}
    </Page>
  )
}

const Kinds = ({ id, kind, outcomes }: { id: string; kind: OutcomeKind; outcomes: Outcomes }) => {
  const { t } = useTranslation('outcomes')
  return (
    <nav className={`${classes.kinds} no-print`} aria-label={t('kinds')}>
      {kinds.map((one) => {
        const standing = outcomes[one].items.filter(({ withdrawn }) => !withdrawn).length
        return (
          <Link
            key={one}
            to="/conferences/$id/outcomes"
            params={{ id }}
            search={{ kind: one }}
            className={classes.kind}
            aria-current={one === kind ? 'page' : undefined}
          >
            {t(`kind.${one}`)} <b>{standing}</b>
          </Link>
        )
      })}
    </nav>
  )
}
