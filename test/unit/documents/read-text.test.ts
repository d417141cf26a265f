// A frozen text is read as far as it is printed: a nation's names stay in its bytes, and every file has them all the same.
import { expect, it } from 'vitest'
import { filesOf } from '#functions/documents/files.ts'
import { printed } from '#functions/documents/print.rules.ts'
import { PrintedText } from '#functions/documents/print.schema.ts'
import { readText } from '#functions/documents/read-text.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { afternoonText, nationText, signatures } from '#test/support/minutes-text.ts'

it('reads a few points whole', () => {
  const text = afternoonText()
  expect(readText(canonicalBytes(text)).text).toEqual(PrintedText.parse(text))
})

it('keeps no name of a nation, and gives them place by place', () => {
  const text = nationText(126, 2)
  const whole = PrintedText.parse(text)
  const read = readText(canonicalBytes(text))
  expect(JSON.stringify(read.text.attendance)).not.toContain('Phạm Thị Mười')
  expect(read.named(read.text.attendance)).toEqual(whole.attendance)

  const [ofWhole, ofRead] = [printed(whole, signatures()), printed(read.text, signatures())]
  expect(ofRead.main).toEqual(ofWhole.main)
  const [place] = ofRead.places
  expect(place && ofRead.partOf({ ...place, points: read.named(place.points) })).toEqual(
    ofWhole.places[0] && ofWhole.partOf(ofWhole.places[0]),
  )
})

it('plans the files of a nation without making one', () => {
  const paths = filesOf(readText(canonicalBytes(nationText(126, 2))), signatures()).map(({ path }) => path)
  expect(paths).toHaveLength(3 + 63 * 2)
  expect(new Set(paths).size).toBe(paths.length)
})
