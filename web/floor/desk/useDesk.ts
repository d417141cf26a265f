// The desk at work: one act at a time, an end of turn held before it is sent, the last act taken back for ten seconds.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { conferenceKey, oneConference } from '#web/conferences/conference-queries.ts'
import type { HeldFloor } from '#web/lib/live/hold-floor.ts'
import type { ApiProblem } from '#web/lib/problem.ts'
import { useAct } from '#web/lib/useAct.ts'
import { floorOf } from '../floor-queries.ts'
import { type Before, type DeskAct, undoOf } from './desk.rules.ts'
import { perform } from './perform.ts'

/** Of an act that is done: how to say it, and what takes it back until when. */
export type Done = {
  act: DeskAct['act'] | 'undone'
  who: string
  undo?: DeskAct[] | undefined
  until: number
}
/** An end of turn that has not been sent yet. */
export type Held = { act: DeskAct; who: string; before: Before; until: number }

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

export const useDesk = (conferenceId: string): Desk => {
  const act = useDeskAct(conferenceId)
  const [done, setDone] = useState<Done>()
  const [held, setHeld] = useState<Held>()
  const [working, setWorking] = useState(false)
  const waiting = useRef<Held>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  /** Refusals are shown by the mutation's own error. */
  const run = async (acts: readonly DeskAct[], said: () => Done) => {
    setWorking(true)
    setDone(undefined)
    try {
      for (const one of acts) await act.mutateAsync(one)
      setDone(said())
    } catch {
      setDone(undefined)
    } finally {
      setWorking(false)
    }
  }

  const letGo = (): Held | undefined => {
    clearTimeout(timer.current)
    const was = waiting.current
    waiting.current = undefined
    setHeld(undefined)
    return was
  }

  const sendHeld = async () => {
    const was = letGo()
    if (was) await run([was.act], () => ({ act: was.act.act, who: was.who, until: Date.now() + undoMs }))
  }

  const hold = (kept: Held) => {
    waiting.current = kept
    setHeld(kept)
    setDone(undefined)
    timer.current = setTimeout(() => void sendHeld(), holdMs)
  }

  const take: Desk['take'] = async (input, who, before) => {
    if (working) return
    if (waiting.current) await sendHeld()
    else if (input.act === 'yield') return hold({ act: input, who, before, until: Date.now() + holdMs })
    if (input.act === 'yield') return
    await run([input], () => ({
      act: input.act,
      who,
      undo: undoOf(input, before),
      until: Date.now() + undoMs,
    }))
  }

  const undo = () => {
    if (waiting.current) return void letGo()
    const { undo: acts, until = 0 } = done ?? {}
    if (working || !acts || Date.now() > until) return
    void run(acts, () => ({ act: 'undone', who: '', until: Date.now() + undoMs }))
  }

  useSendOnLeaving(sendHeld)
  return { busy: working, done, held, problem: act.error ?? undefined, take, undo }
}

/** Whoever leaves the page meant what was pressed. */
const useSendOnLeaving = (send: () => Promise<void>) => {
  const latest = useRef(send)
  latest.current = send
  useEffect(() => {
    const now = () => void latest.current()
    addEventListener('pagehide', now)
    return () => {
      removeEventListener('pagehide', now)
      now()
    }
  }, [])
}
