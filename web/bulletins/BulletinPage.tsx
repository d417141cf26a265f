// The bulletin of a conference that is over: composed by the desk, approved by another, seen beforehand as the public will.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useConference } from '#web/conferences/useConference.ts'
import { asProblem } from '#web/lib/problem.ts'
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
import { useEdits } from './useEdits.ts'

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

type ShownProps = { conferenceId: string; bulletin: BulletinShown }

/** What is submitted is what was saved. */
const Submission = ({ conferenceId, edited }: { conferenceId: string; edited: boolean }) => {
  const { t } = useTranslation('bulletins')
  const act = useBulletinAct(conferenceId)
  return (
    <>
      <MainAct onClick={() => act.mutate({ act: 'submit' })} busy={act.isPending} disabled={edited}>
        {t('submit')}
      </MainAct>
      {edited ? <p className={classes.hint}>{t('saveFirst')}</p> : null}
      {act.error ? <ProblemNote error={act.error} /> : null}
    </>
  )
}

/** Whoever reads it lets it out as it is, or says what is to be done first. */
const Approval = ({ conferenceId, bulletin: { version } }: ShownProps) => {
  const { t } = useTranslation('bulletins')
  const may = useMay(useConference())
  const act = useBulletinAct(conferenceId)
  return (
    <>
      {may('bulletin:approve') ? (
        <MainAct onClick={() => act.mutate({ act: 'approve', version })} busy={act.isPending}>
          {t('approve')}
        </MainAct>
      ) : null}
      <p className={classes.hint}>{t('otherApproves')}</p>
      {act.error ? <ProblemNote error={act.error} /> : null}
      {may('bulletin:return') ? (
        <ReasonAct
          act={t('return')}
          reason={t('returnNote')}
          hint={t('returnHint')}
          most={1000}
          busy={act.isPending}
          error={undefined}
          onAct={(note, done) => act.mutate({ act: 'return', version, note }, done)}
        />
      ) : null}
    </>
  )
}

const Withdrawing = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation('bulletins')
  const act = useBulletinAct(conferenceId)
  return (
    <ReasonAct
      act={t('withdraw')}
      reason={t('withdrawReason')}
      hint={t('withdrawHint')}
      busy={act.isPending}
      error={act.error}
      onAct={(reason, done) => act.mutate({ act: 'withdraw', reason }, done)}
    />
  )
}

const Worked = ({ conferenceId, bulletin }: ShownProps) => {
  const { t } = useTranslation('bulletins')
  const may = useMay(useConference())
  const edits = useEdits(conferenceId, bulletin)
  const { state, address } = bulletin
  const writes = may('bulletin:write')
  const isOut = state === 'approved' || state === 'published' || (address && state !== 'withdrawn')
  return (
    <>
      <BulletinStanding bulletin={bulletin}>
        {state === 'draft' && writes ? (
          <Submission conferenceId={conferenceId} edited={edits.edited} />
        ) : null}
        {state === 'submitted' ? <Approval conferenceId={conferenceId} bulletin={bulletin} /> : null}
        {isOut && may('bulletin:withdraw') ? <Withdrawing conferenceId={conferenceId} /> : null}
      </BulletinStanding>
      {state !== 'approved' && writes ? (
        <BulletinForm conferenceId={conferenceId} bulletin={bulletin} edits={edits} />
      ) : null}
      <Panel title={t('preview')} flush>
        <PublicPreview conferenceId={conferenceId} bulletin={bulletin} />
      </Panel>
    </>
  )
}

/** Of what is the house's own nothing is ever published: there is nothing to try again. */
const Refused = ({ error, onRetry }: { error: Error; onRetry: () => void }) => {
  const { t } = useTranslation('bulletins')
  const { id } = useConference()
  if (asProblem(error).slug !== 'bulletin-internal') return <ProblemNote error={error} onRetry={onRetry} />
  return (
    <Empty title={t('internal')} hint={t('internalHint')}>
      <Link to="/conferences/$id" params={{ id }}>
        {t('toConference')}
      </Link>
    </Empty>
  )
}

export const BulletinPage = () => {
  const { t } = useTranslation('bulletins')
  const { id } = useConference()
  const { data, error, refetch } = useQuery(bulletinOf(id))
  return (
    <Page>
      {error && data === undefined ? <Refused error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Waiting what={t('title')} /> : null}
      {data === null ? <None conferenceId={id} /> : null}
      {data ? <Worked key={id} conferenceId={id} bulletin={data} /> : null}
    </Page>
  )
}
