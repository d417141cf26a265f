// A preview of a nation's minutes fits into an answer, and says what it leaves out.
import { expect, it } from 'vitest'
import type { Block } from '#functions/minutes/schema.ts'
import { fitting } from '#functions/minutes/so-far.rules.ts'

const block = (id: string, kind: Block['kind'], text: string) => ({ id, kind, text, events: [] })

const nation = [
  block('blk_start', 'start', 'Thời gian bắt đầu'),
  ...Array.from({ length: 3_353 }, (_, at) =>
    block(`blk_point-${at}`, 'point', 'Đồng chí Nguyễn Văn Ánh, '.repeat(100)),
  ),
  block('blk_end', 'end', 'Hội nghị kết thúc'),
]

it('tells of as many points as fit, of everything else, and of how many are left out', () => {
  const { blocks, pointsLeftOut } = fitting(nation)
  const bytes = Buffer.byteLength(JSON.stringify(blocks))
  expect(bytes).toBeLessThan(4_100_000)
  expect(bytes).toBeGreaterThan(3_900_000)
  expect(blocks.length + pointsLeftOut).toBe(nation.length)
  expect(blocks[0]?.id).toBe('blk_start')
  expect(blocks.slice(1, -1)).toEqual(nation.slice(1, blocks.length - 1))
  expect(blocks.at(-1)?.id).toBe('blk_end')
})

it('leaves nothing out of what is short', () => {
  expect(fitting(nation.slice(0, 60))).toEqual({ blocks: nation.slice(0, 60), pointsLeftOut: 0 })
})
