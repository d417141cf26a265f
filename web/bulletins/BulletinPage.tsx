// The bulletin of a conference that is over: composed by the desk, approved by another, seen beforehand as the public will.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useConference } from '#web/conferences/useConference.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { ReasonAct } from '#web/ui/ReasonAct.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-words.ts'
import { BulletinForm } from './BulletinForm.tsx'
import { BulletinStanding } from './BulletinStanding.tsx'
import classes from './Bulletins.module.css'
import { type BulletinShown, bulletinOf, useBulletinAct } from './bulletin-queries.ts'
import { PublicPreview } from './PublicPreview.tsx'

const None = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation('bulletins')
  const may = useMay(useConference())
  const act = useBulletinAct(conferenceId)
  return (
    <>
      {may('bulletin:write') ? (
        <MainAct onClick={() => act.mutate({ act: 'draft' })} busy={act.isPending}>
          {t('draft')}
        </MainAct>
      ) : null}
      {act.error ? <ProblemNote error={act.error} /> : null}
      <Empty title={t('none')} hint={t('noneHint')} />
    </>
  )
}

const Acts = ({ conferenceId, bulletin }: { conferenceId: string; bulletin: BulletinShown }) => {
  const { t } = useTranslation('bulletins')
  const may = useMay(useConference())
  const act = useBulletinAct(conferenceId)
  const { state, version, address } = bulletin
  const isOut = state === 'approved' || state === 'published' || (address && state !== 'withdrawn')
  return (
    <>
      {state === 'draft' && may('bulletin:write') ? (
        <MainAct onClick={() => act.mutate({ act: 'submit' })} busy={act.isPending}>
          {t('submit')}
        </MainAct>
      ) : null}
      {state === 'submitted' && may('bulletin:approve') ? (
        <MainAct onClick={() => act.mutate({ act: 'approve', version })} busy={act.isPending}>
          {t('approve')}
        </MainAct>
      ) : null}
      {state === 'submitted' ? <p className={classes.hint}>{t('otherApproves')}</p> : null}
      {act.error ? <ProblemNote error={act.error} /> : null}
      {isOut && may('bulletin:withdraw') ? (
        <ReasonAct
          act={t('withdraw')}
          reason={t('withdrawReason')}
          hint={t('withdrawHint')}
          busy={act.isPending}
          error={undefined}
          onAct={(reason, done) => act.mutate({ act: 'withdraw', reason }, done)}
        />
      ) : null}
    </>
  )
}

export const BulletinPage = () => {
  const { t } = useTranslation('bulletins')
  const conference = useConference()
  const { id } = conference
  const may = useMay(conference)
  const { data, error, refetch } = useQuery(bulletinOf(id))
  const editable = data && data.state !== 'approved' && may('bulletin:write')
  return (
    <Page>
      {error && data === undefined ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Waiting what={t('title')} /> : null}
      {data === null ? <None conferenceId={id} /> : null}
      {data ? (
        <>
          <BulletinStanding bulletin={data}>
            <Acts conferenceId={id} bulletin={data} />
          </BulletinStanding>
          {editable ? <BulletinForm key={data.version} conferenceId={id} bulletin={data} /> : null}
          <Panel title={t('preview')} flush>
            <PublicPreview conferenceId={id} bulletin={data} />
          </Panel>
        </>
      ) : null}
    </Page>
  )
}
