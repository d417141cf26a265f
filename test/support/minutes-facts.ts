// Facts for compilations: an afternoon's log made by hand.
import type { Conference } from '#functions/conferences/schema.ts'
import type { Facts, Told } from '#functions/minutes/facts.rules.ts'
import { compileBlocks } from '#functions/minutes/load-facts.ts'
import { attendanceOf, settlementsOf } from '#functions/minutes/participation.rules.ts'
import { inSpokenOrder } from '#functions/minutes/place.rules.ts'
import { outcomesIn } from '#functions/minutes/results.rules.ts'

export const conference: Conference = {
  id: 'cnf_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  title: ['Tổng kết'],
  hostUnitId: 'unt_bo-cong-an',
  level: 'ministry',
  form: 'hybrid',
  classification: 'public',
  venue: 'Hội trường Bộ Công an',
  startsAt: '2022-11-23T07:00:00.000Z',
  chairs: [],
  agendaVersion: 0,
  sequence: 0,
  agenda: [{ id: 'agd_1', title: 'Báo cáo tổng kết', kind: 'report', presenter: 'Cục trưởng' }],
  state: 'closed',
  startedAt: '2022-11-23T07:05:00.000Z',
  closedAt: '2022-11-23T09:30:00.000Z',
  version: 5,
}

let serial = 0
export const event = (
  name: string,
  at: string,
  data: Record<string, unknown> = {},
  more: Partial<Told> = {},
): Told => ({
  id: `evt_${String(++serial).padStart(26, '0')}`,
  name,
  subject: 'x',
  by: { name: 'Thư ký' },
  effectiveAt: `2022-11-23T${at}:00.000Z`,
  data,
  ...more,
})

export const unitName = (id: string) => ({ 'unt_ca-ninh-binh': 'Công an tỉnh Ninh Bình' })[id] ?? id

export const factsOf = (events: Told[], more: Partial<Conference> = {}): Facts => {
  const held = { ...conference, ...more }
  const until = held.closedAt ?? '2022-11-23T09:30:00.000Z'
  const named = { unitName, provinceOf: (id: string) => (id.startsWith('unt_ca-') ? id : undefined) }
  return {
    conference: held,
    unitName,
    chairs: [{ name: 'Trung tướng Lê Quốc Hùng, Thứ trưởng Bộ Công an' }],
    secretaries: [],
    attendance: inSpokenOrder(attendanceOf(events, until), named),
    settled: settlementsOf(events, until).settled,
    outcomes: outcomesIn(events, held.id),
    events,
    horizon: '2022-11-23T09:40:00.000Z',
  }
}

export const compiled = (facts: Facts) => compileBlocks(facts).blocks

/** The text of every block of a kind. */
export const textOf = (facts: Facts, kind: string): string[] =>
  compiled(facts)
    .filter((block) => block.kind === kind)
    .map(({ text }) => text)
