// A signed-in delegate's own work in one conference: answers, hands in, asks to speak, checks in.
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { useMe } from '#web/lib/useMe.ts'
import { AnswerPanel } from '#web/personal/AnswerPanel.tsx'
import { CheckInPanel } from '#web/personal/CheckInPanel.tsx'
import { Facts } from '#web/personal/InvitationCard.tsx'
import own from '#web/personal/Personal.module.css'
import { Empty } from '#web/ui/Empty.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './Delegates.module.css'
import { Documents } from './Documents.tsx'
import { invitationsOf, ownSelf } from './mine-queries.ts'
import { OwnContributions } from './OwnContributions.tsx'
import { OwnFloorPanel } from './OwnFloorPanel.tsx'
import { SaveCalendar } from './SaveCalendar.tsx'
import { standingOf } from './scan-outcome.ts'
import './add-words.ts'
import '#web/personal/add-words.ts'

export const MyTasksPage = () => {
  const { t } = useTranslation('delegate')
  const conference = useConference()
  const { data: me } = useMe()
  const { data, error, refetch } = useQuery(invitationsOf(conference.id))
  const [chosen, setChosen] = useState('')
  const invitation = data?.items.find(({ delegate }) => delegate.id === chosen) ?? data?.items[0]
  return (
    <Page>
      <div className={classes.page}>
        <h2 className="visually-hidden">{t('title')}</h2>
        {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
        {(data && me) || error ? null : <Waiting what={t('title').toLocaleLowerCase()} />}
        {data?.items.length === 0 ? <Empty title={t('none')} hint={t('noneHint')} /> : null}
        {data && data.items.length > 1 ? (
          <NativeSelect
            label={t('where')}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={data.items.map(({ delegate, point }) => ({ value: delegate.id, label: point.name }))}
          />
        ) : null}
        {invitation && me ? <Tasks key={invitation.delegate.id} invitation={invitation} me={me} /> : null}
        {data?.items.length === 0 && me ? <Documents conferenceId={conference.id} sub={me.sub} /> : null}
      </div>
    </Page>
  )
}

type Props = { invitation: Invitation; me: NonNullable<ReturnType<typeof useMe>['data']> }

/** What is due now comes first; the facts fold away once the room is open. */
const Tasks = ({ invitation, me }: Props) => {
  const { t } = useTranslation('personal')
  const { conference, delegate } = invitation
  const live = conference.state === 'open' || conference.state === 'in-session'
  const coming = delegate.state === 'expected'
  const self = ownSelf(invitation)
  return (
    <div className={classes.columns}>
      <div className={own.stack}>
        {conference.state === 'postponed' ? <p className={own.warn}>{t('postponed')}</p> : null}
        {live && coming ? <CheckInPanel self={self} invitation={invitation} /> : null}
        {live && coming ? (
          <OwnFloorPanel invitation={invitation} main={standingOf(invitation) !== undefined} />
        ) : null}
        <AnswerPanel self={self} invitation={invitation} main={!live} />
        <Panel title={t('title')}>
          <div className={`${own.stack} ${classes.facts}`}>
            <Facts invitation={invitation} />
            <div className={own.acts}>
              <SaveCalendar conferenceId={conference.id} />
            </div>
          </div>
        </Panel>
      </div>
      <div className={own.stack}>
        <OwnContributions invitation={invitation} me={me} />
        <Documents conferenceId={conference.id} sub={me.sub} />
      </div>
    </div>
  )
}
