// Whose words a past conference's record tells: everybody's, once.
import { expect, it } from 'vitest'
import { newImport } from '#functions/imports/rules.ts'
import { ImportFacts, ImportInput } from '#functions/imports/schema.ts'
import { blocksOf } from '#functions/imports/sentences.rules.ts'

const from = { source: 'bao' }
const persons = [
  { key: 'hai', personId: 'prs_a', said: 'Trần Hai', roles: ['direction', 'speech'], from },
  { key: 'ba', personId: 'prs_b', said: 'Lê Ba', roles: ['guest'], from },
]
const paragraphs = [
  { key: 'mot', part: 'speech', by: 'hai', text: 'Ghi nhận kết quả.', from },
  { key: 'nua', part: 'report', by: 'ba', text: 'Đánh giá phong trào.', from },
]
const sources = [{ key: 'bao', title: 'Tin về hội nghị' }]
const heldOn = { precision: 'unknown' }

it('tells a paragraph once, and one of somebody of whom no such act is entered too', () => {
  const input = ImportInput.parse({ hostUnitId: 'unt_a', heldOn, sources, persons, paragraphs })
  const made = newImport(ImportFacts.parse(input), { tail: '', by: { sub: '', name: '' }, at: '', event: '' })
  const known = { persons: new Map(), units: new Map(), today: '2026-01-01' }
  const text = blocksOf(made, known)
    .map((block) => block.text)
    .join('\n')
  expect(text.match(/Ghi nhận kết quả/g)).toHaveLength(1)
  expect(text).toContain('Đồng chí Lê Ba trình bày báo cáo. Đánh giá phong trào.')
})
