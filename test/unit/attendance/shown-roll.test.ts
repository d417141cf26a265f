// The roll as the page shows it: marks made here stand over what the server last answered, the latest word last.
import { expect, it } from 'vitest'
import { headsOf, type Item, linesOf, presentIn, type RollActs } from '#web/attendance/shown.rules.ts'

const item = (id: string, state?: 'present' | 'absent' | 'unmarked'): Item => ({
  id,
  conferenceId: 'cnf_1',
  pointId: 'bpt_a',
  display: id,
  state: 'expected',
  version: 1,
  ...(state
    ? {
        mark: {
          state,
          at: '2022-11-23T07:00:00.000Z',
          rank: 1,
          event: 'evt_1',
          standing: 'attendance',
          source: 'operator',
        },
      }
    : {}),
})

const call = (told: Extract<RollActs['act'], { kind: 'roll-call' }>['told'], unsent = true): RollActs => ({
  act: { kind: 'roll-call', told },
  unsent,
})

it('shows the last word on each, and which of it is not sent', () => {
  const items = [item('dlg_a', 'absent'), item('dlg_b'), item('dlg_c', 'unmarked')]
  const lines = linesOf(items, [
    call({ marks: [{ delegateId: 'dlg_a', state: 'present' }] }, false),
    call({ marks: [{ delegateId: 'dlg_b', state: 'present' }] }),
    call({ marks: [{ delegateId: 'dlg_b', state: 'absent', reason: 'Nghỉ ốm' }] }),
    { act: { kind: 'check-ins-confirm', told: { delegateIds: ['dlg_c'] } }, unsent: true },
  ])
  expect(lines).toMatchObject([
    { state: 'present', unsent: false },
    { state: 'absent', reason: 'Nghỉ ốm', unsent: true },
    { state: 'present', unsent: true },
  ])
  expect(presentIn(lines)).toBe(2)
})

it('names a substitute by what was typed, and takes a mark back', () => {
  const marks = [
    {
      delegateId: 'dlg_a',
      state: 'substituted' as const,
      substitute: { name: 'Lê Văn Bình', position: 'Phó phòng' },
    },
    { delegateId: 'dlg_b', state: 'unmarked' as const },
  ]
  const [a, b] = linesOf([item('dlg_a'), item('dlg_b', 'present')], [call({ marks })])
  expect(a?.substitute).toBe('Lê Văn Bình, Phó phòng')
  expect(b?.state).toBeUndefined()
})

it('shows the head count last told', () => {
  expect(headsOf(12, [])).toEqual({ heads: 12, unsent: false })
  expect(headsOf(12, [call({ headCount: 13 }), call({ headCount: 14 })])).toEqual({ heads: 14, unsent: true })
})
