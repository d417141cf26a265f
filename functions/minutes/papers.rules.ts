// Contributions and opinions as the log tells them, and what became of each. Pure.
import * as z from 'zod'
import { seeAnnex } from './annex-words.rules.ts'
import { type Compiling, type Draft, type Facts, onLine, type Said, type Told } from './facts.rules.ts'
import { countWords, listWords, quoted } from './words.rules.ts'

const Paper = z.object({
  title: z.string(),
  unitId: z.string(),
  author: z.string(),
  personId: z.string().optional(),
  kind: z.string().optional(),
  state: z.string().default('submitted'),
  late: z.boolean().default(false),
  number: z.number().optional(),
  sha256: z.string().default(''),
})
type PaperData = z.infer<typeof Paper>

/** A contribution as it ended; `event` told of it last. */
export type Paper = PaperData & { id: string; event: string; events: string[] }

export const paperOf = (data: Record<string, unknown>): PaperData => Paper.parse(data)

/** The last that was told of every contribution, in the order in which they came. Looking at one changes nothing. */
export const papersIn = (events: readonly Told[]): Paper[] => {
  const last = new Map<string, Paper>()
  for (const { id, name, subject, data } of events) {
    if (!name.startsWith('contribution.') || name === 'contribution.opened') continue
    const before = last.get(subject)?.events ?? []
    last.set(subject, { ...paperOf(data), id: subject, event: id, events: [...before, id] })
  }
  return [...last.values()]
}

/** Most papers call themselves what they are. */
export const paperWords = ({ title, kind }: Pick<PaperData, 'title' | 'kind'>): string => {
  const what = kind === 'opinion' ? 'ý kiến' : 'tham luận'
  return title.toLowerCase().startsWith(what) ? quoted(title) : `${what} ${quoted(title)}`
}

const fates: [string, (state: string) => boolean][] = [
  ['được trình bày', (state) => state === 'delivered'],
  ['được ghi nhận bằng văn bản', (state) => state === 'taken-as-written'],
  ['không được chấp nhận', (state) => state === 'declined'],
  ['được trả lại để hoàn thiện', (state) => state === 'returned'],
  ['do người gửi rút lại', (state) => state === 'withdrawn'],
]

const isSettled = (state: string): boolean => fates.some(([, is]) => is(state))

const fateWords = (papers: readonly Paper[]): string[] =>
  [...fates, ['chưa được trình bày', (state: string) => !isSettled(state)] as const].flatMap(
    ([words, is]) => {
      const count = papers.filter(({ state }) => is(state)).length
      return count > 0 ? [`${countWords(count)} ${words}`] : []
    },
  )

const sayKind = (facts: Compiling, papers: readonly Paper[], what: string): Said[] => {
  if (papers.length === 0) return []
  const units = new Set(papers.map(({ unitId }) => unitId)).size
  const fate = fateWords(papers)
  const late = papers.filter((paper) => paper.late).length
  const notes = late > 0 ? `; ${countWords(late)} ${what} được gửi sau thời hạn` : ''
  const text = `Hội nghị nhận được ${countWords(papers.length)} ${what} của ${countWords(units)} đơn vị, trong đó ${fate.join(', ')}${notes}${seeAnnex(facts, 'contributions', 'danh mục tại')}.`
  return [
    onLine(
      text,
      papers.flatMap(({ events }) => events),
      'contributions',
    ),
  ]
}

/** How many came and what became of them. */
export const papersSummary = (facts: Compiling): Draft[] => {
  const papers = papersIn(facts.events)
  const sentences = [
    ...sayKind(
      facts,
      papers.filter(({ kind }) => kind !== 'opinion'),
      'tham luận',
    ),
    ...sayKind(
      facts,
      papers.filter(({ kind }) => kind === 'opinion'),
      'ý kiến',
    ),
  ]
  return sentences.length > 0 ? [{ id: 'blk_contributions', kind: 'contribution', sentences }] : []
}

/** So many are named one by one. */
const namedMost = 10

/** What was taken as written, in one sentence: its authors told it when nobody heard it. */
export const writtenOf = (facts: Compiling, taken: readonly Told[]): Said => {
  const papers = taken.map(({ data }) => paperOf(data))
  const named =
    papers.length > namedMost ? '' : `: ${listWords(papers.map((paper) => sayPaper(paper, facts)))}`
  const annex = papers.length > namedMost ? seeAnnex(facts, 'contributions') : ''
  const kinds = new Set(papers.map(({ kind }) => (kind === 'opinion' ? 'ý kiến' : 'tham luận')))
  const one = papers.length === 1 ? '' : `${countWords(papers.length)} ${[...kinds].join(', ')}`
  const text = one
    ? `Hội nghị ghi nhận bằng văn bản ${one}${named}${annex}.`
    : `Hội nghị ghi nhận bằng văn bản ${named.slice(2)}.`
  return { text, events: taken.map(({ id }) => id), query: 'contributions-as-written' }
}

const sayPaper = (paper: PaperData, { unitName }: Facts): string => {
  const unit = unitName(paper.unitId)
  return paper.title.includes(unit) ? paperWords(paper) : `${paperWords(paper)} của ${unit}`
}
