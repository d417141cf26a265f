// What a past conference brought about, in sentences: figures, citations, directives, awards, and what sources give differently. Pure.

import { awardsWords } from '#functions/outcomes/rules.ts'
import type { OutcomeOf } from '#functions/outcomes/schema.ts'
import { subjectOf } from '#functions/outcomes/sources.rules.ts'
import { contradictionsOf, outcomesOf, setAside } from './outcomes.rules.ts'
import { bothKept, type From, type Import } from './schema.ts'
import type { Saying } from './sentences.rules.ts'
import { evenTones } from './spelling.rules.ts'
import type { Contradiction } from './views.schema.ts'
import { dateWords, type Known, set, unitWords, withFlags } from './words.rules.ts'

const lines = { figure: 'figures', citation: 'citations' } as const

type Entry = { key: string; from: From }

const at = (name: string, { key, from }: Entry) => ({ parts: [`${name} ${key}`], from, line: true as const })

/** Each on a line of its own, after a head; what stands aside of a contradiction is told with that. */
export const listed = (made: Import, kind: 'figure' | 'citation', head: string): Saying[] => {
  const name = lines[kind]
  const entries: readonly Entry[] = made.facts[name]
  const aside = setAside(made)
  const told = outcomesOf(made, kind).flatMap((outcome, place): Saying[] => {
    const entry = entries[place]
    if (!entry || aside.has(outcome.id)) return []
    return [{ text: `- ${evenTones(withFlags(outcome))}.`, ...at(name, entry) }]
  })
  if (told.length === 0) return []
  return [{ text: head, parts: told.flatMap(({ parts }) => parts) }, ...told]
}

const sum = (counts: readonly (number | undefined)[]) =>
  counts.reduce<number>((total, count = 0) => total + count, 0)

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

type Award = OutcomeOf<'commendation'>

const isCounted = ({ collectives, individuals }: Award) => (collectives ?? individuals) !== undefined

/** Only where every entry tells how many is there a total. */
const totalOf = (awards: readonly (Award & { flags: string[] })[]): string[] => {
  if (awards.length < 2 || !awards.every(isCounted)) return []
  const collectives = sum(awards.map((award) => award.collectives))
  const individuals = sum(awards.map((award) => award.individuals))
  const parts = [
    ...(collectives > 0 ? [`${thousands(collectives)} lượt tập thể`] : []),
    ...(individuals > 0 ? [`${thousands(individuals)} lượt cá nhân`] : []),
  ]
  return [`Tổng cộng ${thousands(collectives + individuals)} phần thưởng: ${parts.join(', ')}.`]
}

export const awardSentences = (made: Import): Saying[] => {
  const { commendations } = made.facts
  const aside = setAside(made)
  const standing = outcomesOf(made, 'commendation').filter(({ id }) => !aside.has(id))
  if (standing.length === 0) return []
  const told = standing.flatMap((outcome): Saying[] => {
    const entry = commendations.find(({ key }) => outcome.id.endsWith(`_${key}`))
    return entry ? [{ text: `- ${evenTones(withFlags(outcome))}.`, ...at('commendations', entry) }] : []
  })
  const parts = told.flatMap((saying) => saying.parts)
  const totals = totalOf(standing).map((text): Saying => ({ text, parts, line: true }))
  return [{ text: 'Khen thưởng:', parts }, ...told, ...totals]
}

const restWords = (made: Import, place: number, known: Known): string => {
  const directive = made.facts.directives[place]
  if (!directive) return ''
  const { ownerUnitIds, owners, dueOn, citations } = directive
  const units = ownerUnitIds.map((id) => unitWords(id, made.facts, known))
  const cited = outcomesOf(made, 'citation').filter(({ id }) => citations.some((key) => id === `cit_${key}`))
  const named = [...units, ...(owners ? [owners] : [])]
  const notes = [
    ...(named.length > 0 ? [`đơn vị thực hiện: ${named.join(', ')}`] : []),
    ...(dueOn ? [`thời hạn: ${dateWords(dueOn)}`] : []),
    ...(cited.length > 0 ? [`căn cứ: ${cited.map(({ short }) => short).join(', ')}`] : []),
  ]
  return notes.length > 0 ? ` (${notes.join('; ')})` : ''
}

/** By who directed, in the order of entry. */
export const directiveSentences = (made: Import, known: Known): Saying[] => {
  const { directives } = made.facts
  const groups = Map.groupBy(
    directives.map((directive, place) => ({ directive, place })),
    ({ directive }) => directive.saidBy ?? '',
  )
  return [...groups].flatMap(([by, members]): Saying[] => {
    const told = members.map(({ directive, place }): Saying => {
      const words = directive.text.replace(/\.$/, '')
      return {
        text: `- ${evenTones(words)}${restWords(made, place, known)}.`,
        ...at('directives', directive),
      }
    })
    const head = by ? `Đồng chí ${set(by)} yêu cầu:` : 'Ý kiến chỉ đạo:'
    return [{ text: head, parts: told.flatMap(({ parts }) => parts), line: true }, ...told]
  })
}

const aboutWords = (made: Import, { kind, subject }: Contradiction): string => {
  if (kind === 'figure') {
    const figure = outcomesOf(made, 'figure').find((outcome) => subjectOf(outcome) === subject)
    return figure?.subject ?? ''
  }
  const award = outcomesOf(made, 'commendation').find((outcome) => subjectOf(outcome) === subject)
  return award ? awardsWords(award) : ''
}

const endWords = ({ settled }: Contradiction): string => {
  if (!settled) return 'Chưa thống nhất.'
  if (settled.chosen === bothKept)
    return `Hồ sơ giữ nguyên các cách ghi; lý do: ${settled.reason.replace(/\.$/, '')}.`
  return `Đã thống nhất lấy theo ${settled.chosen}, lý do: ${settled.reason.replace(/\.$/, '')}.`
}

/** Both statements, side by side, and what was decided; it rests on the entries and on the settlement. */
export const disagreementSentences = (made: Import): Saying[] =>
  contradictionsOf(made).map((one) => {
    const said = one.statements.map(({ source, text }) => `${source} ghi “${text}”`).join('; ')
    const name = one.kind === 'figure' ? 'figures' : 'commendations'
    const entries = outcomesOf(made, one.kind).filter((outcome) => subjectOf(outcome) === one.subject)
    const parts = entries.map(({ id }) => `${name} ${id.slice(id.indexOf('_') + 1)}`)
    return {
      text: evenTones(`Các nguồn ghi khác nhau về ${aboutWords(made, one)}: ${said}. ${endWords(one)}`),
      parts: [...parts, ...(one.settled ? [one.settled.event] : [])],
    }
  })
