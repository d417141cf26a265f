// Wordings of a block: none is lost, the compiled words come back exactly, what broke off is none.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compiledAnew,
  revisionOf,
  revisionsOf,
  takenBack,
  wordedAnew,
} from '#functions/minutes/revisions.rules.ts'
import type { Block } from '#functions/minutes/schema.ts'
import type { StoredRevision } from '#functions/minutes/workflow.schema.ts'

const text = 'Hội nghị kết thúc lúc 17 giờ.'
const compiled: Block = {
  id: 'blk_end',
  kind: 'end',
  place: 3,
  text,
  sentences: [{ text, events: ['evt_1'], evidence: [] }],
  events: ['evt_1'],
  edited: false,
  version: 1,
}
const made = { by: { sub: 's', name: 'Thư ký' }, at: '2022-11-23T11:00:00.000Z' }

const sentence = fc.constantFrom('Hội nghị bế mạc.', 'Đại biểu ra về.', text, 'Chụp ảnh lưu niệm.')
const wording = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))

describe('wordings', () => {
  it('are all there after any row of edits, and the record’s words come back with what they rest on', () => {
    fc.assert(
      fc.property(fc.array(wording, { maxLength: 8 }), (texts) => {
        let block = compiled
        const kept: StoredRevision[] = []
        for (const next of texts) {
          const edited = wordedAnew(block, next)
          kept.push(revisionOf(edited, { ...made, act: 'edited' }, block))
          block = edited
        }
        expect(revisionsOf(block, kept.toReversed()).map((one) => one.text)).toEqual([
          ...texts.toReversed(),
          text,
        ])
        expect(block.events).toEqual(['evt_1'])
        if (block.edited) expect(takenBack(block)).toEqual({ ...compiled, version: block.version + 1 })
        else expect(block.text).toBe(text)
      }),
    )
  })

  it('that are the record’s again by typing are no edit any more', () => {
    const back = wordedAnew(wordedAnew(compiled, 'Khác hẳn.'), text)
    expect(back).toEqual({ ...compiled, version: 3 })
  })

  it('of a new draft keep the words it replaced, of a block that is new nothing', () => {
    const before = [{ ...compiled, text: 'Lời thư ký.', edited: true, version: 2 }]
    const fresh = { ...compiled, version: 3 }
    expect(compiledAnew([fresh, { ...compiled, id: 'blk_new' }], before, made)).toEqual([
      {
        block: 'blk_end',
        version: 3,
        act: 'compiled',
        text,
        before: { version: 2, text: 'Lời thư ký.' },
        ...made,
      },
    ])
  })
})
