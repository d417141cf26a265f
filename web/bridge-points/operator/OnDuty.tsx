// What goes on beside every page: acts that wait are sent, links this device holds are kept alive, and what is unsent is
// said, also before anybody leaves.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { startOutbox } from '#web/lib/outbox/outbox.ts'
import { useOutbox } from '#web/lib/outbox/useOutbox.ts'
import { onAnswer } from '#web/lib/send.ts'
import './add-words.ts'
import { SignOutDialog } from './SignOutDialog.tsx'
import { UnsentBar } from './UnsentBar.tsx'
import { useHeartbeats } from './useHeartbeats.ts'

/** What was sent is soon what is shown. */
const useFreshAfterSending = () => {
  const client = useQueryClient()
  const { sent, sending } = useOutbox()
  const seen = useRef(0)
  useEffect(() => {
    const news = sent.filter(({ sentAt }) => sentAt > seen.current)
    if (sending || news.length === 0) return
    seen.current = Math.max(...news.map(({ sentAt }) => sentAt))
    for (const id of new Set(news.map(({ conferenceId }) => conferenceId)))
      void client.invalidateQueries({ queryKey: conferenceKey(id) })
  }, [client, sent, sending])
}

export const OnDuty = () => {
  useEffect(() => startOutbox(onAnswer), [])
  useFreshAfterSending()
  useHeartbeats()
  return (
    <>
      <UnsentBar />
      <SignOutDialog />
    </>
  )
}
