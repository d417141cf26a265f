// Whatever somebody typed as a name is printed as it was typed.
import { expect, it } from 'vitest'
import { printed } from '#functions/documents/print.rules.ts'
import { PrintedText } from '#functions/documents/print.schema.ts'
import { pdfOf } from '#functions/documents/typst.ts'
import { inPersonText, signatures } from '#test/support/minutes-text.ts'
import { flat, readPdf } from '#test/support/read-pdf.ts'

/** With each of the six tones, in both cases. */
const letters = [...'aăâeêioôơuưyđ']
  .map((vowel) =>
    vowel === 'đ' ? vowel : ['', ...'\u0300\u0309\u0303\u0301\u0323'].map((tone) => vowel + tone).join(''),
  )
  .flatMap((group) => [group, group.toUpperCase()])
  .join(' ')
  .normalize('NFC')

it('takes markup, control characters, endless words and every Vietnamese letter for text', async () => {
  const hostile = '#pagebreak() $x^2$ *a* _b_ @c \\ [d] <e> `f` //g "h"'
  const odd = { id: 'dlg_x', name: `${hostile}\u0000\u001b 会 😀 ${'á'.repeat(300)} ${letters}` }
  const point = {
    id: 'bpt_1',
    unitId: 'unt_bo-cong-an',
    kind: 'site',
    delegates: [odd],
    stays: [],
    faults: [],
    events: [],
  }
  const { pdf, words } = await readPdf(
    pdfOf(printed(PrintedText.parse({ ...inPersonText(), attendance: [point] }), signatures()).main),
  )
  const read = flat((await words()).join(''))
  expect(read).toContain(flat(hostile))
  expect(read).toContain(flat('[U+4F1A] [U+1F600]'))
  expect(read).toContain('á'.repeat(300))
  expect(read).toContain(flat(letters))
  expect(pdf.numPages).toBe(3)
})
