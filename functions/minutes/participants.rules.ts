// The paragraph on who took part: the centre's people by name, all points by their totals, faults of links. Pure.
import { pointEvents } from '#functions/bridge-points/points-log.rules.ts'
import { seeAnnex } from './annex-words.rules.ts'
import { type Compiling, type Draft, type Facts, idsOf, onLine, type Said } from './facts.rules.ts'
import type { Namer } from './names.rules.ts'
import type { Attendee, PointAttendance } from './participation.rules.ts'
import { clockWords, countWords, listWords } from './words.rules.ts'

/** So many people of the centre and so many points are named; of more only how many they are. */
const namedMost = 15
const pointsNamedMost = 5

const wasThere = ({ mark }: Attendee) => mark === 'present' || mark === 'online'

const isMarked = ({ delegates, heads }: PointAttendance): boolean =>
  heads !== undefined || delegates.some(({ mark }) => mark !== undefined)

const sayPerson = ({ name, mark, substitute }: Attendee, say: Namer): string => {
  if (mark === 'substituted') return `${say(substitute ?? 'người được cử')} (dự thay ${say(name)})`
  return `${say(name)}${mark === 'online' ? ' (dự trực tuyến)' : ''}`
}

/** Of the centre everybody who came; of one where nobody was marked whoever was to come. */
const sayCentre = (point: PointAttendance, facts: Compiling, say: Namer): Said[] => {
  const { delegates, unitId, events } = point
  const marked = delegates.some(({ mark }) => mark !== undefined)
  const came = marked ? delegates.filter((one) => wasThere(one) || one.mark === 'substituted') : delegates
  if (came.length === 0) return []
  const named = came.slice(0, namedMost).map((one) => sayPerson(one, say))
  const rest = came.length - named.length
  const more = rest > 0 ? ` và ${countWords(rest)} đại biểu khác${seeAnnex(facts, 'attendance')}` : ''
  const unmarked = marked ? '' : ' (theo danh sách triệu tập, chưa điểm danh)'
  const text = `- Tại điểm cầu trung tâm (${facts.unitName(unitId)})${unmarked}: ${listWords(named)}${more}.`
  return [onLine(text, events, 'centre-roll')]
}

const sum = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((total, item) => total + count(item), 0)

const withMark = (points: readonly PointAttendance[], ...marks: Attendee['mark'][]): number =>
  sum(points, ({ delegates }) => delegates.filter(({ mark }) => marks.includes(mark)).length)

/** Whoever was to come: those listed, or as many as the point announced where they are more. */
const summoned = (points: readonly PointAttendance[]): number =>
  sum(points, ({ delegates, expected = 0 }) => Math.max(delegates.length, expected))

/** What there is nobody of goes without saying. */
const some = (count: number, what: string): string[] => (count > 0 ? [`${what} ${countWords(count)}`] : [])

const totals = (points: readonly PointAttendance[]): string => {
  const all = summoned(points)
  const present = withMark(points, 'present', 'online')
  const told = withMark(points, 'present', 'online', 'absent', 'substituted')
  if (all === 0) return 'chưa có danh sách đại biểu'
  if (told === 0) return `triệu tập ${countWords(all)} đại biểu, không có số liệu điểm danh`
  const remote = withMark(points, 'online')
  const online = remote > 0 ? ` (${countWords(remote)} dự trực tuyến)` : ''
  const came =
    present > 0 ? `trong đó có mặt ${countWords(present)}${online}` : 'không có đại biểu nào có mặt'
  return [
    `triệu tập ${countWords(all)} đại biểu, ${came}`,
    ...some(withMark(points, 'absent'), 'vắng mặt'),
    ...some(withMark(points, 'substituted'), 'cử người dự thay'),
    ...some(all - told, 'chưa điểm danh'),
  ].join(', ')
}

const sayTotals = (facts: Compiling): Said => {
  const { attendance: points } = facts
  const marked = points.filter(isMarked)
  const heads = sum(points, (point) => point.heads ?? 0)
  const calls = points.flatMap(({ events }) => events)
  const rolled =
    marked.length === 0 || marked.length === points.length
      ? ''
      : `; ${countWords(marked.length)} trên ${countWords(points.length)} điểm cầu đã điểm danh`
  const room = heads > 0 ? `; số người tại các phòng họp là ${countWords(heads)}` : ''
  const list = withMark(points, undefined, 'present', 'online', 'absent', 'substituted')
  const annex = list > 0 ? seeAnnex(facts, 'attendance', 'danh sách tại') : ''
  return onLine(`- Tổng số: ${totals(points)}${room}${rolled}${annex}.`, calls, 'roll-calls')
}

const lateWords = ({ unitId, link }: PointAttendance, { unitName }: Facts): string =>
  `${unitName(unitId)} (từ ${clockWords(link?.firstJoin ?? '')})`

/** `2 điểm cầu … (A; B)`, or how many alone where they are many. */
const sayPoints = (
  points: readonly PointAttendance[],
  what: string,
  name: (one: PointAttendance) => string,
) => {
  if (points.length === 0) return []
  const names = points.length > pointsNamedMost ? '' : `: ${listWords(points.map(name))}`
  return [`${countWords(points.length)} điểm cầu ${what}${names}`]
}

const isCut = ({ link }: PointAttendance): boolean =>
  Boolean(link?.gaps.some(({ kind }) => kind !== 'left')) || link?.lastLeave?.how === 'dropped'

const linkEvents = ({ events }: Facts): string[] =>
  idsOf(events.filter(({ name }) => name.startsWith('link.') || pointEvents.has(name)))

const sayLinks = (facts: Compiling): Said[] => {
  const sites = facts.attendance.filter(({ kind }) => kind !== 'central')
  if (sites.length === 0) return []
  const connected = sites.filter(({ link }) => link)
  const unitOf = ({ unitId }: PointAttendance) => facts.unitName(unitId)
  const not = facts.conference.closedAt === undefined ? 'chưa' : 'không'
  const all =
    connected.length === sites.length && sites.length > 1
      ? `cả ${countWords(sites.length)} điểm cầu đã kết nối`
      : connected.length > 0
        ? `${countWords(connected.length)} trên tổng số ${countWords(sites.length)} điểm cầu đã kết nối`
        : `${not === 'chưa' ? 'chưa có' : 'không'} điểm cầu nào trong tổng số ${countWords(sites.length)} điểm cầu kết nối`
  const missing = sites.filter(({ link }) => !link)
  const notes = [
    ...(connected.length > 0 ? sayPoints(missing, `${not} kết nối`, unitOf) : []),
    ...sayPoints(
      connected.filter(({ link }) => link?.late),
      'kết nối muộn',
      (one) => lateWords(one, facts),
    ),
    ...sayPoints(
      sites.filter(({ addedLate }) => addedLate),
      'được bổ sung trong Hội nghị',
      unitOf,
    ),
    ...sayPoints(connected.filter(isCut), 'bị gián đoạn kết nối', unitOf),
  ]
  const first = onLine(`- Tại các điểm cầu: ${all}.`, linkEvents(facts), 'links')
  if (notes.length === 0) return [first]
  return [
    first,
    {
      text: `Trong đó có ${listWords(notes)}${seeAnnex(facts, 'technical', 'chi tiết tại')}.`,
      events: linkEvents(facts),
      query: 'links',
    },
  ]
}

/** Who took part; without a point that any list is of, the line is the secretary's to fill. */
export const participantsOf = (facts: Compiling, say: Namer): Draft => {
  const centre = facts.attendance.filter(({ kind }) => kind === 'central')
  const [id, kind] = ['blk_participants', 'participants'] as const
  if (facts.attendance.length === 0)
    return { id, kind, sentences: [{ text: 'Thành phần tham dự: …', events: [] }] }
  const sentences = [
    { text: 'Thành phần tham dự:', events: [] },
    ...centre.flatMap((point) => sayCentre(point, facts, say)),
    ...sayLinks(facts),
    sayTotals(facts),
  ]
  return { id, kind, sentences }
}
