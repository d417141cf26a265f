// What a conference brought about, in the words of minutes: figures, commendations, citations, directives. Pure.

import { citedInOrder } from '#functions/outcomes/citation.rules.ts'
import { figureSaid, shownOutcome, wordsOf } from '#functions/outcomes/rules.ts'
import { Outcome, type OutcomeOf } from '#functions/outcomes/schema.ts'
import { isOutcomeEvent } from './about.rules.ts'
import { seeAnnex } from './annex-words.rules.ts'
import { type Compiling, type Draft, type Facts, onLine, type Said, type Told } from './facts.rules.ts'
import { midSentence } from './mid-sentence.rules.ts'
import { atStart, type Namer } from './names.rules.ts'
import { countWords, listWords } from './words.rules.ts'

/** Outcomes as their events tell them last, in order of entry; what was taken back is left out. */
export const outcomesIn = (events: readonly Told[], conferenceId: string): Outcome[] => {
  const last = new Map<string, Told>()
  for (const event of events) if (isOutcomeEvent(event)) last.set(event.subject, event)
  return [...last.values()]
    .filter(({ name }) => !name.endsWith('.withdrawn'))
    .map(({ id, subject, data, effectiveAt, by }) =>
      Outcome.parse({
        ...data,
        id: subject,
        conferenceId,
        event: id,
        at: effectiveAt,
        by: { sub: '', name: by.name },
        version: 1,
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

const ofKind = <K extends Outcome['kind']>({ outcomes }: Facts, kind: K): OutcomeOf<K>[] =>
  outcomes.filter((one): one is OutcomeOf<K> => one.kind === kind)

/** So many of a kind are told in the text; of more it says how many, and the annex has them. */
const toldMost = { figure: 12, commendation: 12, citation: 12, directive: 15 } as const

/** Names of recipients beyond these are in the annex. */
const recipientsMost = 5

const stop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

const block = (kind: Draft['kind'], sentences: Said[]): Draft[] =>
  sentences.length > 0 ? [{ id: `blk_${kind}s`, kind, sentences }] : []

const eventsOf = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ event }) => event)

/** Of more than so many of one source each has a line of its own. */
const figuresInLine = 3

type Figures = OutcomeOf<'figure'>[]

/** A period that all of a list have is said once, before it. */
const periodOf = ([first, ...more]: Figures): string | undefined =>
  more.length > 0 && more.every(({ period }) => period === first?.period) ? first?.period : undefined

const sayFigures = (source: string, list: Figures, facts: Compiling): Said[] => {
  const names = facts.attendance.map(({ unitId }) => facts.unitName(unitId))
  const from = source ? `Theo ${midSentence(source, names)}` : 'Theo số liệu nêu tại Hội nghị'
  const period = periodOf(list)
  const told = list.map((one) => (period ? withoutPeriod(one) : one))
  const head = period ? `${from} (${period})` : from
  if (list.length > figuresInLine)
    return [
      { text: `${head}:`, events: eventsOf(list), query: 'figures' },
      ...told.map((one, at) => onLine(`- ${wordsOf(one)}${at + 1 < told.length ? ';' : '.'}`, [one.event])),
    ]
  const said = told.map((one) => figureSaid({ ...one, subject: midSentence(one.subject, names) }))
  return [{ text: `${head}, ${listWords(said)}.`, events: eventsOf(list) }]
}

const withoutPeriod = ({ period: _, ...figure }: OutcomeOf<'figure'>): OutcomeOf<'figure'> => figure

/** By who gives them. */
const figuresOf = (facts: Compiling): Draft[] => {
  const figures = ofKind(facts, 'figure')
  if (figures.length > toldMost.figure) {
    const text = `Các báo cáo, ý kiến tại Hội nghị nêu ${countWords(figures.length)} số liệu${seeAnnex(facts, 'figures')}.`
    return block('figure', [{ text, events: eventsOf(figures), query: 'figures' }])
  }
  const bySource = Map.groupBy(figures, ({ source = '' }) => source)
  const said = [...bySource].flatMap(([source, list], place) =>
    sayFigures(source, list, facts).map((one, at) =>
      at === 0 && place > 0 ? { ...one, line: true as const } : one,
    ),
  )
  return block('figure', said)
}

const sayCommendation = (one: OutcomeOf<'commendation'>, facts: Compiling): string => {
  const many = one.recipients.length > recipientsMost
  const named = many ? { ...one, recipients: [] } : one
  const annex = many ? seeAnnex(facts, 'commendations', `${countWords(one.recipients.length)} tên tại`) : ''
  return stop(`${atStart(wordsOf(named))}${annex}`)
}

const commendationsOf = (facts: Compiling): Draft[] => {
  const all = ofKind(facts, 'commendation')
  const [intro, events] = ['Tại Hội nghị, việc khen thưởng được công bố như sau:', eventsOf(all)]
  if (all.length === 0) return []
  if (all.length > toldMost.commendation) {
    const text = `Tại Hội nghị, ${countWords(all.length)} nội dung khen thưởng được công bố${seeAnnex(facts, 'commendations')}.`
    return block('commendation', [{ text, events, query: 'commendations' }])
  }
  const lines = all.map((one) => onLine(`- ${sayCommendation(one, facts)}`, [one.event]))
  return block('commendation', [{ text: intro, events, query: 'commendations' }, ...lines])
}

/** Names documents in the order in which the text comes to them: in full the first time, by type and number after. */
export type Citer = (citation: OutcomeOf<'citation'>) => string

const citer = (): Citer => {
  const cited: Parameters<typeof citedInOrder>[0][number][] = []
  return (citation) => {
    if (!citation.parts) return citation.said ?? ''
    cited.push(citation.parts)
    return citedInOrder(cited).at(-1) ?? ''
  }
}

const citationsOf = (facts: Compiling, cite: Citer): Draft[] => {
  const resting = new Set(ofKind(facts, 'directive').flatMap(({ citationIds }) => citationIds))
  const alone = ofKind(facts, 'citation').filter(({ id }) => !resting.has(id))
  if (alone.length === 0) return []
  const many = alone.length > toldMost.citation
  const list = many ? seeAnnex(facts, 'citations') : `: ${listWords(alone.map(cite))}`
  const text = `Tại Hội nghị, ${countWords(alone.length)} văn bản được viện dẫn${list}.`
  return block('citation', [{ text, events: eventsOf(alone), query: 'citations' }])
}

const dayOf = (day: string): string => {
  const [year, month = '', date] = day.split('-')
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

/** Who is to do it, by when, and what it rests on. */
const taskWords = (one: OutcomeOf<'directive'>, facts: Facts, cite: Citer): string => {
  const owners = [...one.ownerUnitIds.map(facts.unitName), ...(one.owners ? [one.owners] : [])]
  const cited = ofKind(facts, 'citation').filter(({ id }) => one.citationIds.includes(id))
  const parts = [
    ...(owners.length > 0 ? [`đơn vị thực hiện: ${owners.join(', ')}`] : []),
    ...(one.dueOn ? [`thời hạn hoàn thành: ${dayOf(one.dueOn)}`] : []),
    ...(cited.length > 0 ? [`căn cứ: ${listWords(cited.map(cite))}`] : []),
  ]
  return parts.length > 0 ? ` (${listWords(parts)})` : ''
}

const sayDirective = (one: OutcomeOf<'directive'>, facts: Facts, cite: Citer): Said[] => {
  const [first = '', ...more] = one.text.split('\n').filter(Boolean)
  const [last, lead] = more.length > 0 ? [more.at(-1) ?? '', [first, ...more.slice(0, -1)]] : [first, []]
  const task = taskWords(one, facts, cite)
  const closing = task ? `${last.replace(/[.;]$/, '')}${task}.` : stop(last)
  const cited = ofKind(facts, 'citation').filter(({ id }) => one.citationIds.includes(id))
  const events = [one.event, ...eventsOf(cited)]
  return [...lead, closing].map((text, at) => onLine(at === 0 ? `- ${text}` : text, events))
}

const directivesOf = (facts: Compiling, say: Namer, cite: Citer): Draft[] => {
  const all = ofKind(facts, 'directive')
  if (all.length > toldMost.directive) {
    const text = `Hội nghị giao ${countWords(all.length)} nhiệm vụ${seeAnnex(facts, 'directives')}.`
    return block('directive', [{ text, events: eventsOf(all), query: 'directives' }])
  }
  const bySpeaker = Map.groupBy(all, ({ saidBy = '' }) => saidBy)
  const sentences = [...bySpeaker].flatMap(([saidBy, list], at) => {
    const who = saidBy ? atStart(say(saidBy)) : 'Chủ trì Hội nghị'
    const intro = { text: `${who} yêu cầu:`, events: eventsOf(list), query: 'directives' }
    return [
      at === 0 ? intro : { ...intro, line: true as const },
      ...list.flatMap((one) => sayDirective(one, facts, cite)),
    ]
  })
  return block('directive', sentences)
}

/** Figures, commendations and citations, and the directives that come after the conclusion. */
export const resultsOf = (facts: Compiling, say: Namer) => {
  const cite = citer()
  const before = [...figuresOf(facts), ...commendationsOf(facts), ...citationsOf(facts, cite)]
  return { before, directives: () => directivesOf(facts, say, cite) }
}

/** An outcome as annexes have it, with what is not known of it. */
export const textOutcome = <O extends Outcome>(outcome: O) => {
  const {
    by: _,
    at: __,
    version: ___,
    conferenceId: ____,
    withdrawn: _____,
    ...shown
  } = shownOutcome(outcome, new Set())
  return shown
}
