// Turns of the floor in the words of minutes: who spoke, from when to when, about what; of many only how many. Pure.
import { seeAnnex } from './annex-words.rules.ts'
import type { Compiling, Draft, Facts, Said } from './facts.rules.ts'
import type { Namer } from './names.rules.ts'
import { paperOf, paperWords } from './papers.rules.ts'
import { type Turn, turnsIn } from './turns.rules.ts'
import { clockWords, countWords, durationWords, unstopped } from './words.rules.ts'

/** Something to be told, when it was; named only in its turn, so that names are in full where they come first. */
export type Scene = { at: string; id: string; kind: Draft['kind']; say: (say: Namer) => Said }

/** The unit is said once: many speak by a position that names it. */
export const whoOf = (name: string, unitId: string, { unitName, conference }: Facts, say: Namer): string => {
  const said = say(name)
  const unit = unitName(unitId)
  return unitId === conference.hostUnitId || said.includes(unit) ? said : `${said} (${unit})`
}

const whatOf = ({ delivery, kind, continued, contributionId }: Turn): string => {
  if (delivery) return `trình bày ${paperWords(paperOf(delivery.data))}`
  if (kind === 'point-of-order') return 'nêu ý kiến về trình tự'
  const what = contributionId ? 'trình bày tham luận' : 'phát biểu'
  return continued ? `tiếp tục ${what}` : what
}

const cutWords: Record<string, string> = {
  'link-lost': 'do mất kết nối',
  'point-of-order': 'để nhường ý kiến về trình tự',
}

const spanWords = ({ startedAt, at, endedAt }: Turn): string =>
  `Từ ${clockWords(startedAt ?? at)}${endedAt ? ` đến ${clockWords(endedAt)}` : ''}`

const heard = (turn: Turn, facts: Facts, say: Namer): string => {
  const who = whoOf(turn.speaker, turn.unitId, facts, say)
  const long = turn.seconds === undefined ? '' : `, thời lượng ${durationWords(turn.seconds)}`
  const told = `${spanWords(turn)}, ${who} ${whatOf(turn)}${long}`
  if (turn.outcome === 'done') return `${told}.`
  const why = [cutWords[turn.reason ?? ''], turn.note && `(${turn.note})`].filter(Boolean).join(' ')
  return `${told}; phần phát biểu tạm dừng${why ? ` ${why}` : ''}.`
}

const passedWords = ({ passed, seconds = 0 }: Turn): string => {
  if (passed === 'gave-up') return `được mời phát biểu (${durationWords(seconds)}) nhưng không tiếp tục`
  if (passed === 'not-again') return 'không phát biểu tiếp'
  return `đăng ký phát biểu nhưng ${passed === 'not-yet' ? 'chưa' : 'không'} phát biểu`
}

const passedOver = (turn: Turn, facts: Facts, say: Namer): string => {
  const why = turn.reason ? `; lý do: ${unstopped(turn.reason)}` : ''
  const who = whoOf(turn.speaker, turn.unitId, facts, say)
  return `Lúc ${clockWords(turn.at)}, ${who} ${passedWords(turn)}${why}.`
}

export const idOf = (event: string): string => `blk_${event.replace('_', '-')}`

const turnScene = (turn: Turn, facts: Facts): Scene => ({
  at: turn.at,
  id: idOf(turn.events.at(turn.delivery ? -2 : -1) ?? ''),
  kind: 'turn',
  say: (say) => ({
    text: turn.outcome === 'skipped' ? passedOver(turn, facts, say) : heard(turn, facts, say),
    events: turn.events,
  }),
})

/** So many turns are told one by one: of more the annex tells, and the text how many there were. */
export const toldMost = 20

const unitsOf = (turns: readonly Turn[]): string =>
  `${countWords(new Set(turns.map(({ unitId }) => unitId)).size)} đơn vị`

const sumWords = (facts: Compiling, turns: readonly Turn[]): string => {
  const spoken = turns.filter(({ outcome }) => outcome !== 'skipped')
  const annex = seeAnnex(facts, 'turns', 'danh sách tại')
  if (spoken.length === 0)
    return `Có ${countWords(turns.length)} lượt đăng ký phát biểu của ${unitsOf(turns)} nhưng không phát biểu${annex}.`
  const seconds = spoken.reduce((sum, turn) => sum + (turn.seconds ?? 0), 0)
  const count = (is: (turn: Turn) => boolean, what: string) => {
    const many = turns.filter(is).length
    return many > 0 ? [`${countWords(many)} ${what}`] : []
  }
  const notes = [
    ...count(({ delivery }) => delivery !== undefined, 'lượt trình bày tham luận'),
    ...count(({ kind }) => kind === 'point-of-order', 'ý kiến về trình tự'),
    ...count(({ outcome }) => outcome === 'suspended', 'lượt bị tạm dừng'),
  ]
  const among = notes.length > 0 ? `, trong đó có ${notes.join(', ')}` : ''
  return `Có ${countWords(spoken.length)} lượt phát biểu của ${unitsOf(spoken)}, tổng thời lượng ${durationWords(seconds)}${among}${annex}.`
}

const summedUp = (facts: Compiling, turns: readonly Turn[], item: string): Scene => {
  const text = sumWords(facts, turns)
  const at = turns[0]?.at ?? ''
  const events = turns.flatMap((turn) => turn.events)
  return {
    at,
    id: `blk_turns${item && `-${item}`}`,
    kind: 'turn',
    say: () => ({ text, events, query: 'turns' }),
  }
}

export const turnScenes = (facts: Compiling): Scene[] => {
  const turns = turnsIn(facts.events, facts.conference.closedAt)
  if (turns.length <= toldMost) return turns.map((turn) => turnScene(turn, facts))
  const byItem = Map.groupBy(turns, ({ agendaItem = '' }) => agendaItem.replace('_', '-'))
  return [...byItem].map(([item, list]) => summedUp(facts, list, item))
}
