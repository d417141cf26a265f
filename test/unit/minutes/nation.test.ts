// Minutes of a nation: 3,353 points give a body of a few pages, however many delegates each has.
import { expect, it } from 'vitest'
import { minutesText } from '#functions/minutes/text.rules.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { compiled, event, factsOf } from '#test/support/minutes-facts.ts'

/** A fifth of the delegates a point may have: the body is the same for all of them. */
const [points, delegates] = [3_353, 10]
const idOf = (at: number) => `bpt_ca-${at}`
const named = (at: number, of: number) => ({
  id: `dlg_${at}-${of}`,
  display: `Đại tá Nguyễn Văn ${String.fromCharCode(65 + (of % 26))}, Phó Trưởng Công an xã số ${at}`,
})
const each = Array.from({ length: delegates }, (_, of) => of)

const atPoint = (at: number) => {
  const point = idOf(at)
  const marks = each.map((of) => ({ delegateId: `dlg_${at}-${of}`, mark: of === 7 ? 'absent' : 'present' }))
  return [
    event('delegates.added', '06:10', { delegates: each.map((of) => named(at, of)) }, { point }),
    event('link.joined', '07:00', { session: `s${at}` }, { point }),
    event('roll-call.taken', '07:10', { source: 'operator', standing: 'attendance', marks }, { point }),
  ]
}

const turn = (at: number) => {
  const startedAt = new Date(Date.parse('2022-11-23T07:30:00.000Z') + at * 60_000).toISOString()
  const spoken = { unitId: `unt_ca-${at}`, speaker: named(at, 1).display, startedAt }
  const subject = `flr_${at}`
  return [
    event('floor.called', '07:30', spoken, { subject }),
    event('floor.yielded', '07:31', { ...spoken, endedAt: startedAt, seconds: 60 }, { subject }),
  ]
}

it('stand on a few pages, the rest in annexes, far below what an answer and a function may have', () => {
  const all = Array.from({ length: points }, (_, at) => at)
  const given = all.map((at) => ({ id: idOf(at), unitId: `unt_ca-${at}`, kind: 'site' }))
  const events = [
    event('points.added', '06:00', { points: given }),
    event('conference.started', '07:05', { startedAt: '2022-11-23T07:05:00.000Z' }),
    ...all.flatMap(atPoint),
    ...all.slice(0, 60).flatMap(turn),
    event('conference.closed', '09:30'),
  ]
  const facts = factsOf(events)
  const blocks = compiled(facts)
  const body = blocks.map(({ text }) => text).join('\n')
  expect(body).toContain(
    '- Tổng số: triệu tập 33.530 đại biểu, trong đó có mặt 30.177, vắng mặt 3.353 (danh sách tại Phụ lục I).',
  )
  expect(body).toContain(
    'Có 60 lượt phát biểu của 60 đơn vị, tổng thời lượng 1 giờ (danh sách tại Phụ lục II).',
  )
  expect(body.length).toBeLessThan(8_000)
  expect(Buffer.byteLength(JSON.stringify(blocks))).toBeLessThan(100_000)
  const horizon = {
    until: facts.horizon,
    count: events.length,
    digest: '0'.repeat(64),
    contents: '0'.repeat(64),
  }
  const number = { unitId: 'unt_bo-cong-an', year: 2022, number: 1, text: '01/BB-BCA' }
  const text = minutesText({
    id: 'min_01GJH00000000000000000000A',
    number,
    facts,
    units: new Map(),
    provinceOf: () => undefined,
    blocks,
    horizon,
  })
  const bytes = canonicalBytes(text)
  expect(text.attendance).toHaveLength(points)
  expect(process.memoryUsage().heapUsed / 1_048_576).toBeLessThan(512)
  expect(bytes.length).toBeLessThan(10_000_000)
})
