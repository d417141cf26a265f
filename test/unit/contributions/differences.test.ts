// Two versions side by side: what people see of the change, and that nothing is lost or made up.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesOf } from '#functions/contributions/differences.ts'
import type { Paragraph, TextVersion } from '#functions/contributions/schema.ts'
import { paragraphDifferences, wordDifferences } from '#functions/shared/differences.ts'

const side = (paragraphs: readonly Paragraph[], not: 'added' | 'removed') =>
  paragraphs
    .filter(({ kind }) => kind !== not)
    .map(({ parts }) =>
      parts
        .filter(({ kind }) => kind !== not)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n')

const loose = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Papers as people write them: paragraphs of Vietnamese words, figures and marks. */
const word = fc.constantFrom(
  'Công',
  'an',
  'tỉnh',
  'Ninh',
  'Bình',
  'phong',
  'trào',
  '5.813',
  'điểm,',
  'hội.',
  '(2022)',
)
const paragraph = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
const text = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'))

describe('differences', () => {
  it('shows the words that changed and no syllable cut', () => {
    expect(wordDifferences('Xây dựng phong trào ở địa bàn', 'Xây dựng phong trào tại địa bàn')).toEqual([
      { kind: 'same', text: 'Xây dựng phong trào ' },
      { kind: 'removed', text: 'ở' },
      { kind: 'added', text: 'tại' },
      { kind: 'same', text: ' địa bàn' },
    ])
    expect(wordDifferences('5.813 điểm', '5.831 điểm')).toEqual([
      { kind: 'removed', text: '5.813' },
      { kind: 'added', text: '5.831' },
      { kind: 'same', text: ' điểm' },
    ])
    const parts = wordDifferences('thí điểm', 'thí điềm')
    expect(parts.filter(({ kind }) => kind !== 'same').map(({ text: changed }) => changed)).toEqual([
      'điểm',
      'điềm',
    ])
  })

  it('tells a changed paragraph from one that went and one that came', () => {
    const before = 'Kính thưa các đồng chí.\nBáo cáo kết quả năm 2021 của đơn vị.\nXin cảm ơn.'
    const after =
      'Kính thưa các đồng chí.\nBáo cáo kết quả năm 2022 của đơn vị.\nKiến nghị ba nội dung.\nXin cảm ơn.'
    expect(paragraphDifferences(before, after).map(({ kind }) => kind)).toEqual([
      'same',
      'changed',
      'added',
      'same',
    ])
    const rewritten = paragraphDifferences('Một hai ba bốn', 'Năm sáu bảy tám')
    expect(rewritten.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  it('takes spaces for no change', () => {
    expect(paragraphDifferences('Kính thưa  các đồng chí.', 'Kính thưa các đồng chí.')).toMatchObject([
      { kind: 'same' },
    ])
  })

  it('makes either text again, whatever the texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = paragraphDifferences(before, after)
        expect(loose(side(found, 'added'))).toBe(loose(before))
        expect(loose(side(found, 'removed'))).toBe(loose(after))
      }),
    )
  })

  it('finds nothing between a text and itself', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(new Set(paragraphDifferences(one, one).map(({ kind }) => kind))).toEqual(new Set(['same']))
      }),
    )
  })

  it('gives up on long texts that have nothing in common, and shows both whole', () => {
    const long = (start: number) =>
      Array.from({ length: 12_000 }, (_, at) => `từ${(at * 7919 + start) % 65_537}`).join(' ')
    const started = performance.now()
    const found = paragraphDifferences(long(1), long(30_000))
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(side(found, 'added')).toBe(long(1))
    expect(side(found, 'removed')).toBe(long(30_000))
  })

  it('lists files that stayed, went and came by their bytes, not their names', () => {
    const file = (digest: string, name = `${digest}.pdf`) => ({
      digest: digest.repeat(64),
      name,
      bytes: 1,
      type: 'application/pdf' as const,
    })
    const version = (number: number, files: TextVersion['files']): TextVersion => ({
      number,
      sha256: 'x',
      receivedAt: '2022-11-19T10:00:00.000Z',
      contributionId: 'ctb_01GJH00000000000000000000A',
      title: 'Tham luận',
      text: '',
      coAuthors: [],
      files,
      late: false,
      by: { sub: 'a', name: 'A' },
    })
    const from = version(1, [file('a'), file('b')])
    const to = version(2, [file('b', 'đổi tên.pdf'), file('c', 'a.pdf')])
    expect(differencesOf(from, to).files).toEqual({
      same: [file('b')],
      removed: [file('a')],
      added: [file('c', 'a.pdf')],
    })
  })
})
