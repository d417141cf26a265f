// Settled disagreements in the minutes: a few are told one by one, of many how many they were and the weightiest. Pure.
import { seeAnnex } from './annex-words.rules.ts'
import { type Compiling, type Draft, type Facts, namedBy, onLine } from './facts.rules.ts'
import { byWeight, kindsWords, type SettledDisagreement, settledMost, settledWords } from './settled.rules.ts'
import { countWords, listWords } from './words.rules.ts'

/** Of many so many are told in the text, the weightiest. */
const toldOfMany = 5

/** Words for each settlement, with the names of units and people. */
export const settledSayer = ({ attendance, events, unitName }: Facts) => {
  const gone = namedBy(events, 'point.withdrawn').map(
    ({ subject, data }) => [subject, String(data.unitId)] as const,
  )
  const unitOf = new Map([...gone, ...attendance.map(({ id, unitId }) => [id, unitId] as const)])
  const names = new Map(attendance.flatMap(({ delegates }) => delegates.map(({ id, name }) => [id, name])))
  return (one: SettledDisagreement) => {
    const where = one.pointId ? unitName(unitOf.get(one.pointId) ?? one.pointId) : ''
    return settledWords(one, where, (id) => names.get(id) ?? id)
  }
}

/** Every settlement with its words, as the annex has them. */
export const textSettled = (facts: Facts) => {
  const say = settledSayer(facts)
  return byWeight(facts.settled).map((one) => ({ ...one, ...say(one) }))
}

export const settledOf = (facts: Compiling): Draft[] => {
  const { settled } = facts
  const words = settledSayer(facts)
  const say = (one: SettledDisagreement) => {
    const { differs, agreed } = words(one)
    return `${differs}; ${agreed}.`
  }
  if (settled.length <= settledMost)
    return settled.map((one) => ({
      id: `blk_settled-${one.event.slice('evt_'.length)}`,
      kind: 'disagreement',
      sentences: [{ text: say(one), events: [one.event] }],
    }))
  const all = settled.map(({ event }) => event)
  const first = byWeight(settled).slice(0, toldOfMany)
  const text = `Khi lập Biên bản, ${countWords(settled.length)} nội dung số liệu chưa khớp đã được thống nhất, gồm: ${listWords(kindsWords(settled))}${seeAnnex(facts, 'disagreements', 'chi tiết tại')}. Trong đó:`
  const lines = first.map((one) => onLine(`- ${say(one)}`, [one.event]))
  return [
    {
      id: 'blk_settled',
      kind: 'disagreement',
      sentences: [{ text, events: all, query: 'disagreements' }, ...lines],
    },
  ]
}
