// One rendering in a process of its own: all PDFs of a text, by the house or by bare typst; tells the time and the peak of memory.
import { readFileSync } from 'node:fs'
import { printed } from '#functions/documents/print.rules.ts'
import { PrintedText } from '#functions/documents/print.schema.ts'
import { pdfOf } from '#functions/documents/typst.ts'
import { signatures } from '#test/support/minutes-text.ts'

const [what, file = ''] = process.argv.slice(2)

/** A nation has 63 files of one size: so many are made. */
const mostPlaces = 3

/** As the function has it: frozen bytes in, a file after the other out. */
const house = async (): Promise<number> => {
  const from = performance.now()
  const text = PrintedText.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { main, places, partOf } = printed(text, signatures())
  pdfOf(main)
  for (const place of places.slice(0, mostPlaces)) pdfOf(partOf(place))
  return performance.now() - from
}

/** The models lie in memory: what is left is the template. */
const bare = async (): Promise<number> => {
  const text = PrintedText.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { main, places, partOf } = printed(text, signatures())
  let ms = 0
  for (const model of [main, ...places.slice(0, mostPlaces).map(partOf)]) {
    const from = performance.now()
    pdfOf(model)
    ms += performance.now() - from
  }
  return ms
}

const ms = await { house, bare }[what as 'house' | 'bare']()
console.log(JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1024 }))
