// Marking the roll: each mark is an act of its own, kept here at once and sent when there is a line.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Act } from '#web/lib/outbox/act.ts'
import { useDo } from '#web/lib/outbox/useOutbox.ts'
import type { Line } from './shown.rules.ts'
import { thisDevice } from './this-device.ts'

type Told = Extract<Act, { kind: 'roll-call' }>['told']
export type MarkTold = Omit<NonNullable<Told['marks']>[number], 'delegateId'>

type Place = { conferenceId: string; pointId: string }

/** @param seen the newest event in the sheet shown; a mark changed in its knowledge is a correction */
export const useRollMarks = (place: Place, seen: string | undefined) => {
  const { t } = useTranslation()
  const { t: say } = useTranslation('operator')
  const add = useDo(place)
  const [said, setSaid] = useState('')
  const take = (told: Told, words: string) => {
    setSaid(words)
    void add({ kind: 'roll-call', told: { ...told, device: thisDevice(), ...(seen ? { seen } : {}) } })
  }
  return {
    /** What was just marked, for those who listen to the page. */
    said,
    mark: ({ item }: Line, mark: MarkTold) =>
      take(
        { marks: [{ delegateId: item.id, ...mark }] },
        say('roll.marked', { name: item.display, state: t(`roll.choice.${mark.state}`) }),
      ),
    /** Everybody not marked yet is present: what is true of most delegations. */
    markAll: (lines: readonly Line[]) => {
      const marks = lines
        .filter(({ state }) => !state)
        .map(({ item }) => ({ delegateId: item.id, state: 'present' as const }))
      if (marks.length > 0) take({ marks }, say('roll.allMarked', { count: marks.length }))
    },
    countHeads: (headCount: number) => take({ headCount }, say('roll.headsRecorded', { count: headCount })),
  }
}
