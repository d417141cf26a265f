// A new conference: from a blank form, a template, or one there has been.
import { NativeSelect } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useKept } from '#web/lib/useKept.ts'
import { useMyUnits } from '#web/lib/useMe.ts'
import { useUnitName } from '#web/lib/useUnitName.ts'
import back from '#web/ui/BackLink.module.css'
import { Empty } from '#web/ui/Empty.tsx'
import { MainActPlace, MainActProvider } from '#web/ui/MainAct.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { myConferences } from '../list-queries.ts'
import { BlankForm, type NewDraft } from './BlankForm.tsx'
import { CopyForm } from './CopyForm.tsx'
import { templatesOf } from './scheduling-queries.ts'
import './add-words.ts'

type Source = { value: string; label: string }

const useTemplates = (unit: string): Source[] => {
  const { data } = useQuery({ ...templatesOf(unit), enabled: unit !== '' })
  return (data?.items ?? [])
    .filter(({ retiredAt }) => retiredAt === undefined)
    .map(({ id, name }) => ({ value: id, label: name }))
}

const useConferences = (host: string): Source[] => {
  const { data } = useQuery(myConferences)
  return (data?.items ?? [])
    .filter(({ hostUnitId }) => hostUnitId === host)
    .map(({ id, title }) => ({ value: id, label: title.join('; ') }))
}

export const NewConferencePage = () => {
  const { t } = useTranslation('scheduling')
  const hosts = useMyUnits('secretariat')
  if (hosts.length === 0)
    return (
      <Page>
        <PageHead title={t('new.title')} />
        <Empty title={t('new.forbidden')} hint={t('new.forbiddenHint')} />
      </Page>
    )
  return (
    <MainActProvider>
      <Page>
        <Link to="/conferences" className={`${back.back} no-print`}>
          <IconChevronLeft size={16} stroke={2} aria-hidden="true" />
          {t('new.back')}
        </Link>
        <PageHead title={t('new.title')} lead={t('new.lead')} act={<MainActPlace />} />
        <Start hosts={hosts} />
      </Page>
    </MainActProvider>
  )
}

const HostOption = ({ id }: { id: string }) => (
  <option value={id}>{useUnitName(id, new Date().toISOString())}</option>
)

const Start = ({ hosts }: { hosts: readonly string[] }) => {
  const { t } = useTranslation('scheduling')
  const draft = useKept<NewDraft>('new')
  const asked = useSearch({ from: '/frame/conferences/new' })
  const host = hosts.find((one) => one === draft.kept.host) ?? hosts[0] ?? ''
  const source = draft.kept.source ?? asked.like ?? ''
  const keep = (change: Partial<NewDraft>) => draft.keep({ ...draft.kept, ...change })
  const templates = useTemplates(host)
  const conferences = useConferences(host)
  return (
    <>
      <Panel title={t('new.from')}>
        <div className="no-print">
          {hosts.length > 1 ? (
            <NativeSelect
              label={t('field.host')}
              value={host}
              mb={16}
              onChange={(event) => keep({ host: event.currentTarget.value, source: '' })}
            >
              {hosts.map((id) => (
                <HostOption key={id} id={id} />
              ))}
            </NativeSelect>
          ) : null}
          <NativeSelect
            label={t('new.source')}
            value={source}
            maw={760}
            onChange={(event) => keep({ source: event.currentTarget.value })}
            data={[
              { value: '', label: t('new.blank') },
              { group: t('new.templates'), items: templates },
              { group: t('new.conferences'), items: conferences },
            ]}
          />
        </div>
      </Panel>
      {source ? (
        <CopyForm source={source} kept={draft.kept} keep={keep} forget={draft.forget} />
      ) : (
        <BlankForm host={host} kept={draft.kept} keep={keep} forget={draft.forget} />
      )}
    </>
  )
}
