// The sentences of a past conference's record, compiled from its facts; each rests on the events that told them. Pure.

import type { BlockKind } from '#functions/minutes/schema.ts'
import type { Sentence } from '#functions/minutes/sentence.schema.ts'
import { joined } from '#functions/minutes/sentences.rules.ts'
import type { TextBlock } from '#functions/minutes/text.schema.ts'
import { actsOf, ranked } from './acts.rules.ts'
import { heldWords } from './held.rules.ts'
import { missingOf } from './open.rules.ts'
import { awardSentences, directiveSentences, disagreementSentences, listed } from './outcome-words.rules.ts'
import { sourceLabel } from './outcomes.rules.ts'
import type { From, Import } from './schema.ts'
import { evenTones } from './spelling.rules.ts'
import {
  formWords,
  type Known,
  laterWords,
  levelWords,
  missingWords,
  personWords,
  sourceWords,
  unitWords,
} from './words.rules.ts'

/** A sentence with the parts of the import it rests on, and the sources that say so. */
export type Saying = { text: string; parts: readonly string[]; from?: From; line?: true }

type Paragraph = { kind: BlockKind; say: Saying[] }
type Telling = (made: Import, known: Known) => Paragraph[]

const unsaid = (part: keyof typeof missingWords) => `Tư liệu không ghi ${missingWords[part]}.`

const heldSaying = ({ facts: { heldOn } }: Import): Saying => {
  const words = heldWords(heldOn)
  const parts = ['heldOn']
  if (!words) return { text: unsaid('date'), parts }
  if (heldOn.precision === 'day') return { text: `Hội nghị được tổ chức vào ${words}.`, parts }
  return { text: `Hội nghị được tổ chức trong ${words}; các nguồn không ghi ngày.`, parts }
}

const beginning: Telling = (made) => {
  const { title } = made.facts
  const named = title.length === 0 ? [{ text: unsaid('title'), parts: ['title'] }] : []
  return [{ kind: 'start', say: [...named, heldSaying(made)] }]
}

const place: Telling = ({ facts }, known) => {
  const { hostUnitId, level, form, venue } = facts
  const host = unitWords(hostUnitId, facts, known)
  const later = laterWords(hostUnitId, known)
  const where = venue ? `Địa điểm: ${evenTones(venue)}.` : unsaid('venue')
  return [
    {
      kind: 'venue',
      say: [
        { text: where, parts: ['venue'] },
        { text: `Hình thức: ${formWords[form]}.`, parts: ['form'] },
        {
          text: `Cơ quan tổ chức: ${host}${level ? ` (hội nghị ${levelWords[level]})` : ''}.`,
          parts: ['hostUnitId', 'level'],
        },
        ...(later ? [{ text: later, parts: ['hostUnitId'] }] : []),
      ],
    },
  ]
}

const partsOf = (name: string, entries: readonly { key: string }[]) =>
  entries.map(({ key }) => `${name} ${key}`)

const participants: Telling = (made, known) => {
  const { groups } = made.facts
  const there = ranked(made, known, ({ roles }) => !roles.includes('chair'))
  const names = there.map((person) => `đồng chí ${personWords(person, known)}`)
  const others = groups.map(({ text }) => evenTones(text))
  const say: Saying[] = [
    ...(names.length > 0
      ? [{ text: `Dự Hội nghị có: ${names.join('; ')}.`, parts: partsOf('persons', there) }]
      : []),
    ...(others.length > 0
      ? [{ text: `Cùng dự có: ${others.join('; ')}.`, parts: partsOf('groups', groups) }]
      : []),
  ]
  return [{ kind: 'participants', say }]
}

const chairs: Telling = (made, known) => {
  const leading = made.facts.persons.filter(({ roles }) => roles.includes('chair'))
  if (leading.length === 0) return [{ kind: 'chair', say: [{ text: unsaid('chair'), parts: ['title'] }] }]
  const names = leading.map((person) => `đồng chí ${personWords(person, known)}`).join('; ')
  const text = `${leading.length > 1 ? 'Đồng chủ trì' : 'Chủ trì'} Hội nghị: ${names}.`
  return [{ kind: 'chair', say: [{ text, parts: partsOf('persons', leading) }] }]
}

const topics: Telling = ({ facts }) => {
  if (facts.topics.length === 0) return []
  const count = facts.topics.length > 1 ? `${facts.topics.length} nội dung` : 'nội dung'
  const told = facts.topics.map(({ text }) => evenTones(text)).join('; ')
  const text = `Hội nghị thảo luận ${count}: ${told}.`
  return [{ kind: 'agenda', say: [{ text, parts: partsOf('topics', facts.topics) }] }]
}

const proceedings: Telling = (made, known) => [
  { kind: 'report', say: actsOf(made, known, 'report', 'report') },
  { kind: 'report', say: listed(made, 'figure', 'Số liệu được nêu:') },
  { kind: 'report', say: listed(made, 'citation', 'Văn bản được viện dẫn:') },
  { kind: 'turn', say: actsOf(made, known, 'speech', 'direction', 'speech') },
  { kind: 'conclusion', say: actsOf(made, known, 'conclusion', 'conclusion') },
  { kind: 'conclusion', say: directiveSentences(made, known) },
  { kind: 'report', say: awardSentences(made) },
  ...disagreementSentences(made).map((saying) => ({ kind: 'disagreement' as const, say: [saying] })),
]

const ending: Telling = ({ facts }) => {
  const { sources } = facts
  const gaps = missingOf(facts).map((part) => missingWords[part])
  const lines = sources.map(
    (source, at): Saying => ({
      text: `Nguồn ${at + 1}: ${sourceWords(source)}.`,
      parts: [`sources ${source.key}`],
      line: true,
    }),
  )
  const head = { text: `Hồ sơ được lập từ ${sources.length} nguồn:`, parts: partsOf('sources', sources) }
  const open = gaps.length > 0 ? [{ text: `Tư liệu không ghi: ${gaps.join('; ')}.`, parts: ['title'] }] : []
  return [
    { kind: 'end', say: [head, ...lines] },
    { kind: 'end', say: open },
  ]
}

const tellings: Telling[] = [beginning, place, participants, chairs, topics, proceedings, ending]

/** With several sources, or where a source says so in one place only, the sentence tells which. */
const withSource = (made: Import, { text, from }: Saying): string => {
  const { facts } = made
  if (!from || (facts.sources.length === 1 && !from.place)) return text
  return text.replace(/\.$/, ` (${sourceLabel(facts, from).replace(' (', ', ').replace(/\)$/, '')}).`)
}

const sentenceOf = (made: Import, saying: Saying): Sentence => ({
  text: withSource(made, saying),
  ...(saying.line ? { line: true as const } : {}),
  events: [...new Set(saying.parts.flatMap((part) => made.told[part] ?? part.match(/^evt_.*/)?.[0] ?? []))],
  evidence: [],
  ...(saying.from ? { sources: [saying.from.source] } : {}),
})

/** The paragraphs of the record, in the order of minutes; one that says nothing is left out. */
export const blocksOf = (made: Import, known: Known): TextBlock[] =>
  tellings
    .flatMap((tell) => tell(made, known))
    .filter(({ say }) => say.length > 0)
    .map(({ kind, say }, at) => {
      const sentences = say.map((saying) => sentenceOf(made, saying))
      return { id: `blk_${kind}-${at + 1}`, kind, text: joined(sentences), sentences }
    })
