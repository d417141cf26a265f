// The recordings of a conference: whether it is being recorded and streamed, what there is, and a player that opens at a speech.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useConference } from '#web/conferences/useConference.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Page } from '#web/ui/Page.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-words.ts'
import { LiveStreamPanel } from './LiveStreamPanel.tsx'
import { Player } from './Player.tsx'
import { RecorderPanel } from './RecorderPanel.tsx'
import classes from './Recordings.module.css'
import { RecordingsTable } from './RecordingsTable.tsx'
import { recordingsOf } from './recording-queries.ts'

export const RecordingsPage = () => {
  const { t } = useTranslation('recordings')
  const conference = useConference()
  const may = useMay(conference)
  const { play, at = 0 } = useSearch({ from: '/frame/conferences/$id/recordings' })
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(recordingsOf(conference.id))
  const { id } = conference
  const open = (rcd: string | undefined, second = 0) =>
    void navigate({
      to: '/conferences/$id/recordings',
      params: { id },
      search: rcd ? { play: rcd, at: second } : {},
      resetScroll: false,
    })
  const shown = data?.items.find((one) => one.id === play && one.state === 'ready')
  return (
    <Page>
      {error && !data ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting what={t('title')} />}
      {data ? (
        <>
          <div className={classes.switches}>
            <RecorderPanel conference={conference} recordings={data} mayRun={may('recording:run')} />
            <LiveStreamPanel conference={conference} mayRun={may('live-stream:run')} />
          </div>
          {shown ? (
            <Player
              key={shown.id}
              conferenceId={id}
              recording={shown}
              second={at}
              onOpen={(second) => open(shown.id, second)}
              onClose={() => open(undefined)}
            />
          ) : null}
          <RecordingsTable items={data.items} shown={shown?.id} onOpen={open} />
        </>
      ) : null}
    </Page>
  )
}
