// When a delegate was there: what marks and links tell, and what they do not.
import { describe, expect, it } from 'vitest'
import { delegateStays, linkNeeded } from '#functions/attendance/figures.rules.ts'
import { foldedWhole, newRoll } from '#functions/attendance/fold.rules.ts'
import type { MarkState } from '#functions/attendance/roll.schema.ts'
import type { LinkSegment } from '#functions/bridge-points/stays.rules.ts'

const at = (minute: number) => new Date(Date.UTC(2022, 10, 23, 7, minute)).toISOString()
const window = { from: at(0), to: at(60), over: true }

const staysOf = (marks: [minute: number, state: MarkState][], link: readonly LinkSegment[] = []) => {
  const roll = marks.reduce(
    (sum, [minute, state], event) =>
      foldedWhole(sum, {
        at: at(minute),
        rank: 2,
        event: `evt_${event}`,
        standing: 'attendance',
        marks: [{ delegateId: 'dlg_a', state }],
      }),
    newRoll('cnf_1', 'bpt_x'),
  )
  return delegateStays(roll, 'dlg_a', { link, window })
}

describe('a delegate', () => {
  it('whose mark was taken back was never there, and never left', () => {
    const stays = staysOf([
      [5, 'present'],
      [10, 'unmarked'],
    ])
    expect(stays).toMatchObject({ stays: [], connectedMs: 0, leftEarly: false })
    expect(stays.lastLeave).toBeUndefined()
    const again = staysOf([
      [5, 'absent'],
      [10, 'present'],
      [11, 'unmarked'],
    ])
    expect(again.stays).toEqual([])
  })

  it('who left is told from one who was never there', () => {
    const left = staysOf([
      [5, 'present'],
      [40, 'absent'],
    ])
    expect(left).toMatchObject({ firstJoin: at(0), lastLeave: { at: at(40) }, leftEarly: true })
  })

  it('at the centre needs no link, whatever a device there did', () => {
    const tried: LinkSegment[] = [
      { from: at(0), to: at(3), state: 'up' },
      { from: at(3), to: at(60), state: 'left' },
    ]
    const there: [number, MarkState][] = [[5, 'present']]
    expect(staysOf(there, linkNeeded({ kind: 'central' }, tried)).connectedMs).toBe(60 * 60_000)
    expect(staysOf(there, linkNeeded({ kind: 'site' }, tried)).connectedMs).toBe(3 * 60_000)
  })
})
