// From the event log to the blocks of the minutes, in the order of Mẫu 1.9, Nghị định 30/2020/NĐ-CP. Pure.
import { agendaOf } from './agenda.rules.ts'
import { annexesOf } from './annex-list.rules.ts'
import {
  type Compiling,
  type Draft,
  type Facts,
  idsOf,
  namedBy,
  type Role,
  type Said,
} from './facts.rules.ts'
import { atStart, inFull, type Namer, namer } from './names.rules.ts'
import { papersSummary } from './papers.rules.ts'
import { participantsOf } from './participants.rules.ts'
import { proceedings, told } from './proceedings.rules.ts'
import { resultsOf } from './results.rules.ts'
import { settledOf } from './settled-blocks.rules.ts'
import { countWords, listWords, momentWords } from './words.rules.ts'

const forms = {
  online: 'trực tuyến',
  hybrid: 'trực tiếp kết hợp trực tuyến',
  'in-person': 'trực tiếp',
} as const

const block = (kind: Draft['kind'], ...sentences: Said[]): Draft => ({ id: `blk_${kind}`, kind, sentences })

const startOf = ({ conference, events }: Facts): Draft =>
  block('start', {
    text: `Thời gian bắt đầu: ${momentWords(conference.startedAt ?? conference.startsAt)}.`,
    events: idsOf(namedBy(events, 'conference.started').slice(-1)),
  })

/** `điểm cầu trung tâm với 63 điểm cầu`: what was joined with what. */
const joinedWords = ({ attendance }: Facts): string => {
  const sites = attendance.filter(({ kind }) => kind !== 'central').length
  if (sites === 0) return ''
  const centre = sites < attendance.length ? 'điểm cầu trung tâm với ' : ''
  return `, kết nối ${centre}${countWords(sites)} điểm cầu`
}

const venueOf = (facts: Facts): Draft => {
  const { conference, events } = facts
  const basis = idsOf(namedBy(events, 'conference.scheduled', 'conference.edited').slice(-1))
  const added = idsOf(namedBy(events, 'points.added'))
  return block(
    'venue',
    { text: `Địa điểm: ${conference.venue}.`, events: basis },
    {
      text: `Hình thức: ${forms[conference.form]}${joinedWords(facts)}.`,
      events: [...basis, ...added],
      query: 'points',
      line: true,
    },
  )
}

/** One leads, or several together; nobody named is the secretary's to fill in. */
const roleOf = (facts: Facts, kind: 'chair' | 'secretary', roles: Role[], say: Namer): Draft => {
  const title = kind === 'secretary' ? 'Thư ký' : roles.length > 1 ? 'Đồng chủ trì' : 'Chủ trì'
  const given = facts.events.filter(
    ({ name, data }) =>
      name === 'grant.given' &&
      data.role === kind &&
      roles.some(({ sub }) => sub !== undefined && sub === data.sub),
  )
  const named = idsOf(namedBy(facts.events, 'conference.scheduled', 'conference.edited').slice(-1))
  const names = roles.map(({ name }) => inFull(name, say))
  const text = names.length > 0 ? `${title}: ${atStart(listWords(names))}.` : `${title}: …`
  return block(kind, { text, events: given.length > 0 ? idsOf(given) : named })
}

/** A session that goes on has no end to tell of. */
const endOf = ({ conference: { closedAt }, events }: Facts): Draft[] => {
  if (closedAt === undefined) return []
  const text = `Hội nghị kết thúc vào ${momentWords(closedAt)}.`
  return [block('end', { text, events: idsOf(namedBy(events, 'conference.closed').slice(-1)) })]
}

/** What happened up to the conclusion, what was given and settled, and the conclusion with what it asks for. */
const contentOf = (facts: Compiling, say: Namer): Draft[] => {
  const { before, conclusion } = proceedings(facts)
  const heard = told(before, say)
  const results = resultsOf(facts, say)
  const given = [...papersSummary(facts), ...results.before, ...settledOf(facts)]
  return [...heard, ...given, ...told(conclusion, say), ...results.directives()]
}

/** The compiled blocks in order; the same facts always give the same blocks. */
export const compiled = (given: Facts): Draft[] => {
  const facts: Compiling = { ...given, annexes: annexesOf(given) }
  const say = namer()
  return [
    startOf(facts),
    venueOf(facts),
    participantsOf(facts, say),
    roleOf(facts, 'chair', facts.chairs, say),
    roleOf(facts, 'secretary', facts.secretaries, say),
    agendaOf(facts, say),
    ...contentOf(facts, say),
    ...endOf(facts),
  ]
}
