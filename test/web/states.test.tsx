// State is never colour alone: every state of a bridge point has a shape of its own and a word.
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, it } from 'vitest'
import { vi } from '#web/lib/i18n/later.vi.ts'
import { PointGlyph, PointShape, pointStates } from '#web/ui/PointGlyph.tsx'
import { Tally } from '#web/ui/Tally.tsx'
import { withWords } from './with-words.ts'

beforeAll(withWords)

it('draws six different shapes', () => {
  const shapes = pointStates.map(
    (state) => /<svg[^>]*>(.*)<\/svg>/.exec(renderToStaticMarkup(<PointShape state={state} />))?.[1],
  )
  expect(new Set(shapes).size).toBe(6)
})

it('says the state in words beside the shape', () => {
  for (const state of pointStates)
    expect(renderToStaticMarkup(<PointGlyph state={state} />)).toContain(vi.link[state])
})

it('shows present against expected as figures, nobody expected included', () => {
  const text = (present: number, expected: number) =>
    renderToStaticMarkup(<Tally label="Có mặt" present={present} expected={expected} />).replace(
      /<[^>]*>/g,
      '',
    )
  expect(text(12, 13)).toBe('Có mặt: 12/13')
  expect(renderToStaticMarkup(<Tally label="Có mặt" present={3} expected={0} />)).not.toContain('NaN')
})
