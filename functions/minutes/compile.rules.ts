// From the event log to the blocks of the minutes, in the order of Mẫu 1.9, Nghị định 30/2020/NĐ-CP. Pure.
import {
  type Draft,
  type Facts,
  idsOf,
  linesOf,
  type Participation,
  type Role,
  type Told,
} from './facts.rules.ts'
import { proceedings } from './proceedings.rules.ts'
import { listWords, momentWords } from './words.rules.ts'

const forms = {
  online: 'trực tuyến',
  hybrid: 'trực tiếp kết hợp trực tuyến',
  'in-person': 'trực tiếp',
} as const

const namedBy = (events: readonly Told[], ...names: string[]): Told[] =>
  events.filter(({ name }) => names.includes(name))

const startOf = ({ conference, events }: Facts): Draft =>
  linesOf(
    'blk_start',
    'start',
    `Thời gian bắt đầu: ${momentWords(conference.startedAt ?? conference.startsAt)}.`,
    idsOf(namedBy(events, 'conference.started')),
  )

const venueOf = ({ conference, points, events }: Facts): Draft =>
  linesOf(
    'blk_venue',
    'venue',
    `Địa điểm: ${conference.venue}; hình thức ${forms[conference.form]}` +
      `${points > 0 ? `, kết nối ${points} điểm cầu` : ''}.`,
    idsOf(namedBy(events, 'conference.scheduled').slice(-1)),
  )

const roleOf = (facts: Facts, kind: 'chair' | 'secretary', title: string, roles: Role[]): Draft => {
  const given = facts.events.filter(({ name, data }) => name === 'grant.given' && data.role === kind)
  const names = roles.map(({ name }) => name)
  const said = names.length > 0 ? `${title}: ${listWords(names)}.` : `${title}: …`
  const basis = given.filter(({ data }) => roles.some(({ sub }) => sub === data.sub))
  return linesOf(`blk_${kind}`, kind, said, idsOf(basis))
}

type Item = Facts['conference']['agenda'][number]

const presentedBy = ({ presenter, presenters = [] }: Item): string => {
  const names = [...(presenter ? [presenter] : []), ...presenters.map(({ display }) => display)]
  return names.length > 0 ? ` (${listWords(names)})` : ''
}

const droppedWords = ({ dropped }: Item): string =>
  dropped === undefined ? '' : ` – không thực hiện, lý do: ${dropped}`

const agendaOf = ({ conference, events }: Facts): Draft[] => {
  if (conference.agenda.length === 0) return []
  const lines = conference.agenda.map(
    (item, at) => `${at + 1}. ${item.title}${presentedBy(item)}${droppedWords(item)}.`,
  )
  const basis = idsOf(namedBy(events, 'conference.scheduled', 'conference.edited', 'agenda.edited'))
  return [linesOf('blk_agenda', 'agenda', ['Nội dung chương trình:', ...lines].join('\n'), basis)]
}

const participationOf = ({ participation }: Facts, ...kinds: Participation['kind'][]): Draft[] =>
  participation
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ key, kind, text, events }) => linesOf(`blk_${key}`, kind, text, events))

/** A session that goes on has no end to tell of. */
const endOf = ({ conference: { closedAt }, events }: Facts): Draft[] =>
  closedAt === undefined
    ? []
    : [
        linesOf(
          'blk_end',
          'end',
          `Hội nghị kết thúc vào ${momentWords(closedAt)}.`,
          idsOf(namedBy(events, 'conference.closed')),
        ),
      ]

/** The compiled blocks in order; the same facts always give the same blocks. */
export const compiled = (facts: Facts): Draft[] => [
  startOf(facts),
  venueOf(facts),
  ...participationOf(facts, 'participants', 'point'),
  roleOf(facts, 'chair', 'Chủ trì', facts.chairs),
  roleOf(facts, 'secretary', 'Thư ký', facts.secretaries),
  ...agendaOf(facts),
  ...proceedings(facts),
  ...participationOf(facts, 'disagreement'),
  ...endOf(facts),
]
