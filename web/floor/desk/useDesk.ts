// The desk at work: one act after another, an end of turn held before it is sent, the last act taken back for ten seconds.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { conferenceKey, oneConference } from '#web/conferences/conference-queries.ts'
import type { HeldFloor } from '#web/lib/live/hold-floor.ts'
import { type ApiProblem, asProblem } from '#web/lib/problem.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useMe } from '#web/lib/useMe.ts'
import { floorOf } from '../floor-queries.ts'
import { type Before, type DeskAct, undoOf } from './desk.rules.ts'
import { forgetEnd, notedEnd, noteEnd, unsentEnd } from './held-end.ts'
import { perform } from './perform.ts'
import { useOneByOne } from './useOneByOne.ts'

/** Of an act that is done: how to say it, and what takes it back until when. */
export type Done = {
  act: DeskAct['act'] | 'undone'
  who: string
  undo?: DeskAct[] | undefined
  until: number
}
type End = Extract<DeskAct, { act: 'yield' }>
/** An end of turn that has not been sent yet. */
export type Held = { act: End; who: string; before: Before; until: number }

export type Desk = {
  busy: boolean
  done: Done | undefined
  held: Held | undefined
  problem: ApiProblem | undefined
  /** @param who whom it concerns, as it is said afterwards */
  take: (act: DeskAct, who: string, before: Before) => void
  undo: () => void
}

const undoMs = 10_000
/** No verb of the API takes an end of turn back: three seconds to think better of it cost nobody anything. */
const holdMs = 3_000

/** The floor is shown as the answer has it: the next press must not wait for everything else to be looked up. */
const useDeskAct = (conferenceId: string) => {
  const client = useQueryClient()
  const show = async (input: DeskAct, key: string) => {
    const floor = await perform(conferenceId, input, key)
    if (floor) client.setQueryData<HeldFloor>(floorOf(conferenceId).queryKey, floor)
    else await client.invalidateQueries({ queryKey: oneConference(conferenceId).queryKey })
    void client.invalidateQueries({ queryKey: conferenceKey(conferenceId) })
  }
  return useAct(show, [])
}

/** An end of turn waits here three seconds; the device notes it, should the page not live so long. */
const useHeld = (conferenceId: string, send: (held: Held) => void) => {
  const { data: me } = useMe()
  const [held, setHeld] = useState<Held>()
  const waiting = useRef<Held>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const letGo = (): Held | undefined => {
    clearTimeout(timer.current)
    const was = waiting.current
    waiting.current = undefined
    setHeld(undefined)
    return was
  }
  const sendNow = () => {
    const was = letGo()
    if (was) send(was)
  }
  const latest = useRef(sendNow)
  latest.current = sendNow
  const hold = (kept: Held) => {
    letGo()
    waiting.current = kept
    setHeld(kept)
    const { act, who, until } = kept
    if (me) noteEnd(conferenceId, { sub: me.sub, requestId: act.requestId, who, until })
    timer.current = setTimeout(() => latest.current(), holdMs)
  }
  return { held, waiting, sub: me?.sub, hold, sendNow, letGo }
}

export const useDesk = (conferenceId: string): Desk => {
  const act = useDeskAct(conferenceId)
  const line = useOneByOne()
  const [done, setDone] = useState<Done>()

  /** Refusals are shown by the mutation's own error. */
  const run = (acts: readonly DeskAct[], said: () => Done) =>
    line.add(JSON.stringify(acts), async () => {
      setDone(undefined)
      for (const one of acts) await act.mutateAsync(one)
      setDone(said())
    })

  const sendEnd = ({ act: end, who }: Held) =>
    line.add(JSON.stringify([end]), async () => {
      setDone(undefined)
      try {
        await act.mutateAsync(end)
      } catch (error) {
        if (asProblem(error).slug !== 'offline') forgetEnd(conferenceId)
        throw error
      }
      forgetEnd(conferenceId)
      setDone({ act: end.act, who, until: Date.now() + undoMs })
    })

  const ends = useHeld(conferenceId, sendEnd)

  const take: Desk['take'] = (input, who, before) => {
    const ended = ends.waiting.current !== undefined
    ends.sendNow()
    if (input.act === 'yield') {
      if (ended) return
      setDone(undefined)
      return ends.hold({ act: input, who, before, until: Date.now() + holdMs })
    }
    run([input], () => ({ act: input.act, who, undo: undoOf(input, before), until: Date.now() + undoMs }))
  }

  const undo = () => {
    if (ends.letGo()) return forgetEnd(conferenceId)
    const { undo: acts, until = 0 } = done ?? {}
    if (line.busy || !acts || Date.now() > until) return
    run(acts, () => ({ act: 'undone', who: '', until: Date.now() + undoMs }))
  }

  useSendOnLeaving(ends.sendNow)
  useEndOfKilledTab(conferenceId, line.busy ? undefined : ends.sub, take)
  return { busy: line.busy, done, held: ends.held, problem: act.error ?? undefined, take, undo }
}

/** Whoever leaves the page meant what was pressed. */
const useSendOnLeaving = (send: () => void) => {
  const latest = useRef(send)
  latest.current = send
  useEffect(() => {
    const now = () => latest.current()
    addEventListener('pagehide', now)
    return () => {
      removeEventListener('pagehide', now)
      now()
    }
  }, [])
}

/** An end that the tab before never sent is held once more: in sight, and to be taken back as any. */
const useEndOfKilledTab = (conferenceId: string, sub: string | undefined, take: Desk['take']) => {
  const client = useQueryClient()
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const look = () => {
      if (!sub) return
      const floor = client.getQueryData(floorOf(conferenceId).queryKey)
      const requestId = floor?.current?.requestId
      const end = unsentEnd(notedEnd(conferenceId), { sub, requestId }, Date.now())
      if (end) latest.current({ act: 'yield', requestId: end.requestId }, end.who, { floor, on: undefined })
    }
    const timer = setInterval(look, holdMs)
    look()
    return () => clearInterval(timer)
  }, [client, conferenceId, sub])
}
