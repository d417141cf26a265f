// Annexes: which there are, their numbers in sentences and on paper, and what becomes of numbers in people's own words.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printed, unsigned } from '#functions/documents/print.rules.ts'
import { PrintedText } from '#functions/documents/print.schema.ts'
import { annexesOf } from '#functions/minutes/annex-list.rules.ts'
import { oldRefs, withRefs } from '#functions/minutes/annex-refs.rules.ts'
import { numbered } from '#functions/minutes/annex-words.rules.ts'
import { annexKeys } from '#functions/minutes/annexes.data.ts'
import { wordedAnew } from '#functions/minutes/revisions.rules.ts'
import { merged } from '#functions/minutes/rules.ts'
import { compiled, factsOf } from '#test/support/minutes-facts.ts'
import { textOf } from '#test/support/minutes-frozen.ts'
import { nothing, sceneOf } from '#test/support/minutes-scenes.ts'
import { afternoonText, signatures } from '#test/support/minutes-text.ts'

const few = fc.nat({ max: 2 })
const crowd = fc.constantFrom(0, 1, 16, 25)
const scenes = fc.record({
  points: few,
  delegates: few,
  joined: few,
  late: few,
  turns: crowd,
  papers: crowd,
  directives: crowd,
  commendations: crowd,
  figures: crowd,
  citations: crowd,
  settled: fc.constantFrom(0, 1, 11),
})

describe('annexes', () => {
  it('are numbered without a gap, every one that a sentence names is there, and those printed are those listed', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const text = textOf(factsOf(sceneOf(scene)))
        const list = text.annexes ?? []
        expect(list.map(({ number }) => number)).toEqual(
          numbered(annexKeys)
            .slice(0, list.length)
            .map(({ number }) => number),
        )
        const order = list.map(({ key }) => annexKeys.indexOf(key))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        const labels = list.map(({ number }) => `Phụ lục ${number}`)
        const { main } = printed(PrintedText.parse(text), unsigned)
        expect(main.annexes.map(({ label }) => label)).toEqual(labels)
        const told = text.blocks.map((block) => block.text).join('\n')
        expect(labels).toEqual(expect.arrayContaining(told.match(/Phụ lục [IVX]+/g) ?? []))
      }),
      { numRuns: 60 },
    )
  })

  it('of a text signed before texts listed them keep the number each always had', () => {
    const before = afternoonText()
    const { main, attendanceLabel } = printed(PrintedText.parse(before), signatures())
    const labels = main.annexes.map(({ label }) => label.slice('Phụ lục '.length))
    expect([labels, attendanceLabel]).toEqual([['I', 'II', 'III', 'IV', 'V', 'VII', 'VIII'], 'Phụ lục I'])
    const fixed = numbered(annexKeys).filter(({ key }) => key !== 'disagreements')
    const listed = printed(PrintedText.parse({ ...before, annexes: fixed }), signatures())
    expect(listed.main).toEqual(main)
    const settled = { kind: 'roll-without-link', pointId: 'bpt_1', differs: 'A', agreed: 'B', event: 'evt_1' }
    const kept = PrintedText.parse({ ...before, disagreements: [settled] })
    expect(printed(kept, signatures()).main).toEqual(main)
  })
})

describe('numbers in a person’s words', () => {
  const earlier = () => factsOf(sceneOf({ ...nothing, points: 1, turns: 25, papers: 1 }))
  const later = () => factsOf(sceneOf({ ...nothing, points: 1, joined: 1, turns: 25, papers: 1 }))

  it('are told once annexes are numbered anew, however often the minutes are drafted again', () => {
    const [old, now] = [annexesOf(earlier()), annexesOf(later())]
    expect([old, now].map((list) => list.map(({ key }) => key))).toEqual([
      ['attendance', 'turns', 'contributions'],
      ['attendance', 'turns', 'technical', 'contributions'],
    ])
    const papers = compiled(earlier()).find(({ id }) => id === 'blk_contributions')
    if (!papers) throw new Error('no paragraph on papers')
    const edited = withRefs(
      wordedAnew(papers, 'Có 1 tham luận (xem các phụ lục II và III, phụ lục IX).'),
      old,
    )
    expect(edited.refers).toEqual([
      { number: 'II', key: 'turns' },
      { number: 'III', key: 'contributions' },
      { number: 'IX' },
    ])
    expect(oldRefs([edited], old)).toEqual([{ block: papers.id, number: 'IX' }])
    const again = merged([{ ...papers, text: papers.text.replace('III', 'IV') }], [edited])
    expect(oldRefs(again, now)).toEqual([
      { block: papers.id, number: 'III', key: 'contributions', now: 'IV' },
      { block: papers.id, number: 'IX' },
    ])
    const corrected = withRefs(wordedAnew(edited, 'Có 1 tham luận (xem Phụ lục IV).'), now)
    expect(oldRefs([corrected], now)).toEqual([])
  })
})
