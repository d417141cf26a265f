// The checklist: its default items, how checks fold, when a point is ready. Pure.
import { Problem } from '#functions/shared/problem.ts'
import type { EarlierCheck } from './stored.schema.ts'
import type {
  ChecklistItem,
  ItemCheck,
  PointReadiness,
  Readiness,
  ReadinessInput,
  ReadinessState,
  Summary,
} from './technical.schema.ts'

/** Points check themselves by then. */
export const dueMinutes = 60

const item = (key: string, label: string, hint: string, required = true): ChecklistItem => ({
  key,
  label,
  hint,
  required,
})

/** What a ministry's technical plan asks of every point; the first three are the parts of the media link. */
export const defaultChecklist: readonly ChecklistItem[] = [
  item('picture', 'Hình ảnh', 'Thấy rõ toàn cảnh phòng họp và hàng ghế đầu; không giật, không nhòe.'),
  item('sound', 'Âm thanh', 'Nghe rõ điểm cầu trung tâm; không vọng, không rè.'),
  item('network', 'Đường truyền', 'Đường truyền chính ổn định; đã thử chuyển sang đường dự phòng.'),
  item('microphone', 'Micro', 'Đã thử từng micro tại vị trí phát biểu; tắt hết khi không phát biểu.'),
  item('backup-power', 'Nguồn điện dự phòng', 'Máy phát hoặc bộ lưu điện đã chạy thử.'),
  item('room', 'Phòng họp', 'Bàn ghế, biển tên, quốc kỳ và phông chữ đúng hướng dẫn.'),
  item('delegates', 'Danh sách đại biểu', 'Đã nhập đủ đoàn đại biểu và người đi thay.'),
  item('telephone', 'Điện thoại liên lạc', 'Gọi thử được đường dây về điểm cầu trung tâm.'),
  item('documents', 'Tài liệu', 'Đã có đủ tài liệu tại chỗ.', false),
]

/** Told of every point since the first version: taken whatever list a conference has. */
const always: readonly string[] = ['picture', 'sound', 'network']

/** @throws Problem `checklist-item-unknown` naming the items the conference's list does not have */
export const expectItems = (checklist: readonly ChecklistItem[], { checks, notes }: ReadinessInput): void => {
  const known = new Set([...always, ...checklist.map(({ key }) => key)])
  const unknown = (field: string, keys: string[]) =>
    keys
      .filter((key) => !known.has(key))
      .map((key) => ({ pointer: `/${field}/${key}`, code: 'checklist-item-unknown', message: key }))
  const errors = [...unknown('checks', Object.keys(checks)), ...unknown('notes', Object.keys(notes ?? {}))]
  if (errors.length > 0) throw new Problem('checklist-item-unknown', { errors })
}

export const newReadiness = (conferenceId: string, pointId: string): Readiness => ({
  conferenceId,
  pointId,
  items: {},
  version: 0,
})

/** The checklist as the check beside a link of the first conferences tells it. */
export const earlierReadiness = (
  { conferenceId, pointId }: Pick<Readiness, 'conferenceId' | 'pointId'>,
  { checks, note, at, event }: EarlierCheck,
): Readiness => ({
  ...newReadiness(conferenceId, pointId),
  items: Object.fromEntries(Object.entries(checks).map(([key, verdict]) => [key, { verdict, at, event }])),
  ...(note ? { note: { text: note, at, event } } : {}),
})

type Stamp = { at: string; event: string }

/** Of two the later holds, whichever came first: by time, then by event. */
const isLater = (next: Stamp, before: Stamp | undefined): boolean =>
  !before || next.at > before.at || (next.at === before.at && next.event > before.event)

/** The checklist with one more check: each item keeps the later of two verdicts. */
export const checkedItems = (
  { items, ...readiness }: Readiness,
  { checks, notes = {}, note }: Pick<ReadinessInput, 'checks' | 'notes' | 'note'>,
  stamp: Stamp & { by: string },
): Readiness => {
  const next = { ...items }
  for (const [key, verdict] of Object.entries(checks)) {
    const told: ItemCheck = { verdict, ...stamp, ...(notes[key] ? { note: notes[key] } : {}) }
    if (isLater(stamp, next[key])) next[key] = told
  }
  const said =
    note && isLater(stamp, readiness.note) ? { text: note, at: stamp.at, event: stamp.event } : undefined
  return { ...readiness, items: next, ...(said ? { note: said } : {}), version: readiness.version + 1 }
}

const verdictOf = ({ items }: Readiness, key: string) => items[key]?.verdict ?? 'not-checked'

const stateOf = (
  required: readonly string[],
  { failed, unchecked, touched }: { failed: string[]; unchecked: string[]; touched: boolean },
): ReadinessState => {
  if (failed.some((key) => required.includes(key))) return 'not-ready'
  if (!touched) return 'not-checked'
  return unchecked.some((key) => required.includes(key)) ? 'checking' : 'ready'
}

/** Whether a point is ready by the conference's list, and what is missing. */
export const summaryOf = (checklist: readonly ChecklistItem[], readiness: Readiness): Summary => {
  const keys = checklist.map(({ key }) => key)
  const having = (verdict: string) => keys.filter((key) => verdictOf(readiness, key) === verdict)
  const [failed, unchecked] = [having('fail'), having('not-checked')]
  const required = checklist.filter((one) => one.required).map(({ key }) => key)
  const touched = unchecked.length < keys.length
  const checkedAt = lastChecked(readiness)
  return {
    state: stateOf(required, { failed, unchecked, touched }),
    failed,
    unchecked,
    ...(checkedAt ? { checkedAt } : {}),
  }
}

const lastChecked = ({ items }: Readiness): string | undefined =>
  Object.values(items)
    .map(({ at }) => at)
    .sort()
    .at(-1)

/** The list as a point sees it: every item with what was last said of it. */
export const shownReadiness = (
  checklist: readonly ChecklistItem[],
  readiness: Readiness,
): PointReadiness => ({
  ...summaryOf(checklist, readiness),
  ...(readiness.note ? { note: readiness.note.text } : {}),
  items: checklist.map((one) => {
    const { event: _, ...told } = readiness.items[one.key] ?? { verdict: 'not-checked' as const, event: '' }
    return { ...one, ...told }
  }),
})

/** What a check writes of the point's row. */
export const readinessColumns = (readiness: Readiness) => ({
  checkedAt: lastChecked(readiness),
  failed: Object.keys(readiness.items).filter((key) => verdictOf(readiness, key) === 'fail'),
})
