// The floor as tables: every turn, and the time of each unit, with Vietnamese headers; times of Asia/Ho_Chi_Minh. Pure.
import { asSerial, type Column, type Value } from '#functions/attendance/tables.rules.ts'
import type { FloorRequest, FloorTotals, RequestState, SuspensionReason } from './schema.ts'

const text = (header: string, width: number): Column => ({ header, width })
const whole = (header: string): Column => ({ header, width: 14, format: '#,##0' })
const moment = (header: string): Column => ({ header, width: 20, format: 'dd/mm/yyyy hh:mm:ss' })

export const turnColumns: Column[] = [
  whole('STT'),
  text('Đơn vị', 36),
  text('Người phát biểu', 44),
  text('Hình thức', 16),
  text('Nội dung chương trình', 44),
  moment('Đăng ký lúc'),
  moment('Bắt đầu lúc'),
  moment('Kết thúc lúc'),
  whole('Thời lượng (giây)'),
  whole('Thời gian cho phép (giây)'),
  whole('Vượt quá (giây)'),
  text('Kết quả', 20),
  text('Lý do', 36),
]

export const unitColumns: Column[] = [
  whole('STT'),
  text('Đơn vị', 44),
  whole('Số lượt'),
  whole('Tổng thời lượng (giây)'),
  { header: 'Tổng thời lượng (phút)', width: 18, format: '#,##0.0' },
]

const outcomes: Record<RequestState, string> = {
  waiting: 'Chưa phát biểu',
  speaking: 'Đang phát biểu',
  done: 'Đã phát biểu',
  skipped: 'Bỏ qua lượt',
  withdrawn: 'Rút đăng ký',
}

const cuts: Record<SuspensionReason, string> = {
  'link-lost': 'Mất kết nối',
  'point-of-order': 'Nhường ý kiến về thủ tục',
  other: 'Tạm dừng theo điều hành',
}

const kinds = { speech: 'Phát biểu', 'point-of-order': 'Ý kiến về thủ tục' } as const

const at = (instant: string | undefined): Value => (instant ? asSerial(instant) : undefined)

export type FloorNames = {
  unit: (id: string) => string
  agenda: (id: string | undefined) => string | undefined
}

type Line = {
  display: string
  startedAt?: string | undefined
  endedAt?: string | undefined
  seconds?: number | undefined
  budget?: number | undefined
  outcome: string
  reason?: string | undefined
}

/** A turn that was cut short has a line of its own for each part: who spoke may have changed. */
const linesOf = (request: FloorRequest): Line[] => {
  const { earlier = [], speaker, state, startedAt, endedAt, seconds, budgetSeconds, reason } = request
  const parts = earlier.map((span) => ({
    ...span,
    display: (span.speaker ?? speaker).display,
    outcome: 'Tạm dừng',
    reason: cuts[span.reason],
  }))
  const goesOn = startedAt !== undefined || earlier.length === 0 || state !== 'done'
  const last = { startedAt, endedAt, seconds, budget: budgetSeconds, reason }
  return [...parts, ...(goesOn ? [{ ...last, display: speaker.display, outcome: outcomes[state] }] : [])]
}

/** Who had the floor by when, then who never had it by when it was asked for. */
const placeOf = ({ earlier, startedAt, effectiveAt }: FloorRequest): string => {
  const called = earlier?.[0]?.startedAt ?? startedAt
  return called ? `0 ${called}` : `1 ${effectiveAt}`
}

/** Every part of every turn in the order of time; what never was called comes last. */
export const turnRows = (requests: readonly FloorRequest[], names: FloorNames): Value[][] => {
  const inOrder = requests.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  const lines = inOrder.flatMap((request) => linesOf(request).map((line) => ({ request, line })))
  return lines.map(({ request, line }, place) => {
    const { display, startedAt, endedAt, seconds, budget, outcome, reason } = line
    const over = seconds !== undefined && budget !== undefined ? Math.max(seconds - budget, 0) : undefined
    return [
      place + 1,
      names.unit(request.unitId),
      display,
      kinds[request.kind],
      names.agenda(request.agendaItem),
      at(request.effectiveAt),
      at(startedAt),
      at(endedAt),
      seconds,
      budget,
      over,
      outcome,
      reason,
    ]
  })
}

/** The longest first; the last line sums all up. */
export const unitRows = ({ units, turns, seconds }: FloorTotals, names: FloorNames): Value[][] => [
  ...units.map((unit, place) => [
    place + 1,
    names.unit(unit.unitId),
    unit.turns,
    unit.seconds,
    Math.round(unit.seconds / 6) / 10,
  ]),
  [undefined, 'Tổng cộng', turns, seconds, Math.round(seconds / 6) / 10],
]
