// What new words of an editor rest on: no evidence is ever lost, and sentences join back to the text.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sentence } from '#functions/minutes/sentence.schema.ts'
import { joined, ownSentences, reworded, tidy } from '#functions/minutes/sentences.rules.ts'

const said = (text: string, events: string[], more: Partial<Sentence> = {}): Sentence => ({
  text,
  events,
  evidence: [],
  ...more,
})

const evidence = (query: string) => ({
  query,
  horizon: '2022-11-23T09:40:00.000Z',
  count: 64,
  digest: query.repeat(64).slice(0, 64),
})

const sentences = [
  said('Có 64 trên tổng số 64 điểm cầu được kết nối.', [], { evidence: [evidence('a')] }),
  said('Tổng số đại biểu được triệu tập là 198 đồng chí.', ['evt_2']),
  said('1. Báo cáo tổng kết. Do Cục trưởng trình bày.', ['evt_3'], { line: true }),
  said('Danh sách tại Phụ lục I kèm theo biên bản này.', ['evt_4']),
]
const block = { sentences, text: joined(sentences), events: ['evt_2', 'evt_3', 'evt_4'] }

const basisOf = (list: readonly Sentence[]) => ({
  events: new Set(list.flatMap(({ events }) => events)),
  evidence: new Set(list.flatMap((one) => one.evidence.map(({ digest }) => digest))),
})

describe('an edit', () => {
  it('leaves unchanged sentences as they are, marks the changed one, and says what is new', () => {
    const text = block.text.replace('198 đồng chí', '199 đồng chí. Nhiều đồng chí dự từ xa')
    const [first, second, third, ...rest] = reworded(block, text)
    expect(first).toEqual(sentences[0])
    expect(second).toEqual(
      said('Tổng số đại biểu được triệu tập là 199 đồng chí.', ['evt_2'], { edited: true }),
    )
    expect(third).toEqual(said('Nhiều đồng chí dự từ xa.', [], { added: true }))
    expect(rest).toEqual(sentences.slice(2))
  })

  it('that makes one of two gives it what both rested on', () => {
    const text = block.text.replace('được kết nối. Tổng số', 'được kết nối, tổng số')
    const [first] = reworded(block, text)
    expect(first).toMatchObject({ events: ['evt_2'], evidence: [evidence('a')], edited: true })
  })

  it('that strikes a sentence out leaves its basis with its neighbour', () => {
    const text = block.text.replace(` ${sentences[1]?.text}`, '')
    expect(reworded(block, text)[0]).toMatchObject({ events: ['evt_2'], edited: true })
  })

  it('in words of nobody’s likeness still stands for what stood there', () => {
    const [told] = reworded(
      { sentences: [said('Một hai ba.', ['evt_1'])], text: '', events: [] },
      'Khác hẳn.',
    )
    expect(told).toEqual(said('Khác hẳn.', ['evt_1'], { edited: true }))
  })

  it('of a block kept before sentences were rests on the block’s events', () => {
    const old = { sentences: [], text: 'Câu một. Câu hai.', events: ['evt_9'] }
    expect(reworded(old, 'Câu một. Câu hai.').map(({ events }) => events)).toEqual([['evt_9'], ['evt_9']])
  })

  it('of the secretary’s own words stays the secretary’s own', () => {
    const own = ownSentences({ text: 'Đồng chí chủ trì kết luận.', events: ['evt_5'] })
    const text = 'Đồng chí chủ trì phát biểu kết luận.'
    expect(reworded({ sentences: own, text: joined(own), events: ['evt_5'] }, text)).toEqual([
      said(text, ['evt_5'], { added: true }),
    ])
  })

  const word = fc.constantFrom(
    'Hội',
    'nghị.',
    'điểm',
    'cầu',
    'ngày',
    '23.',
    'Đồng',
    'chí',
    '“Ngày',
    'hội”.',
    'TP.',
  )
  const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
  const texts = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'))
  const blocks = texts.map((text) => {
    const list = ownSentences({ text, events: [] }).map(({ added: _, ...one }, at) => ({
      ...one,
      events: [`evt_${at}`],
      evidence: at % 3 === 0 ? [evidence(String(at))] : [],
    }))
    return { sentences: list, text: joined(list), events: [] }
  })

  it('never loses evidence, and joins back to the text, however often one edits', () => {
    fc.assert(
      fc.property(blocks, fc.array(texts, { minLength: 1, maxLength: 3 }), (made, edits) => {
        let current = made
        for (const text of edits) {
          const next = reworded(current, text)
          expect(joined(next)).toBe(tidy(text))
          expect(next.every(({ text }) => !text.includes('\n') && text === text.trim())).toBe(true)
          current = { ...current, sentences: next, text: joined(next) }
        }
        expect(basisOf(current.sentences)).toEqual(basisOf(made.sentences))
        expect(reworded(current, current.text)).toEqual(current.sentences)
      }),
    )
  })
})
