// Text as people type it: normalised, bounded, free of what no reader can see.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVietnamese, fold, line, paragraphs } from '#functions/shared/text.ts'

describe('one line', () => {
  it('is kept in NFC and trimmed', () => {
    expect(line(100).parse(`  ${'Điểm cầu Thừa Thiên Huế'.normalize('NFD')} `)).toBe(
      'Điểm cầu Thừa Thiên Huế',
    )
  })

  it('is measured after normalisation, and never empty', () => {
    const name = 'Uỷ'.normalize('NFD')
    expect(name.length).toBeGreaterThan(2)
    expect(line(2).parse(name)).toBe('Uỷ')
    for (const text of ['', '   ', '\u00a0', 'a'.repeat(10_000)])
      expect(line(100).safeParse(text).success).toBe(false)
  })

  it.each([
    '\u0000',
    '\u0007',
    '\u001b',
    '\u007f',
    '\u0085',
    '\n',
    '\t',
    '\u200b',
    '\u2028',
    '\u202e',
    '\u2066',
    '\ud800',
  ])('refuses %j', (letter) => {
    expect(line(100).safeParse(`a${letter}b`).success).toBe(false)
  })
})

describe('paragraphs', () => {
  it('keep breaks and tabs; every kind of break becomes one', () => {
    expect(paragraphs(100).parse('một\r\nhai\rba\n\n\tbốn\r\n')).toBe('một\nhai\nba\n\n\tbốn')
    for (const letter of ['\u0000', '\u202e', '\udfff'])
      expect(paragraphs(100).safeParse(letter).success).toBe(false)
  })

  it('are checked quickly, however long', () => {
    const before = performance.now()
    expect(paragraphs(100_000).safeParse('ậ '.repeat(50_000)).success).toBe(true)
    expect(paragraphs(100_000).safeParse(`${'ậ\n'.repeat(49_990)}\u0000`).success).toBe(false)
    expect(performance.now() - before).toBeLessThan(500)
  })

  it('are the same when kept a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const first = paragraphs(10_000).safeParse(text)
        if (first.success) expect(paragraphs(10_000).parse(first.data)).toBe(first.data)
      }),
    )
  })
})

it('folds every spelling of a name to one', () => {
  const spellings = [
    'Công an tỉnh Hoà Bình',
    'công an  TỈNH Hòa Bình',
    'Cong an tinh Hoa Binh'.normalize('NFD'),
  ]
  expect(new Set(spellings.map(fold))).toEqual(new Set(['cong an tinh hoa binh']))
  expect(fold('Đắk Lắk')).toBe('dak lak')
  expect(['Đà Nẵng', 'Dương', 'Án', 'Ân'].sort(compareVietnamese)).toEqual(['Án', 'Ân', 'Dương', 'Đà Nẵng'])
})
