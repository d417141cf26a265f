// The files for Word and Excel, read by other programs than those that write them.
import { readXlsx } from 'hucre/xlsx'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import { printed, unsigned } from '#functions/documents/print.rules.ts'
import { PrintedText, type PrintModel } from '#functions/documents/print.schema.ts'
import { docxOf } from '#functions/documents/render-docx.ts'
import { attendanceSheets } from '#functions/documents/render-sheets.ts'
import { pdfOf } from '#functions/documents/typst.ts'
import { afternoonText, inPersonText, nationText, signatures } from '#test/support/minutes-text.ts'
import { unzipped } from '#test/support/read-bag.ts'
import { flat, readPdf } from '#test/support/read-pdf.ts'

const text = PrintedText.parse(afternoonText())
const parts = printed(text, signatures())

let word: Buffer
beforeAll(async () => {
  word = await docxOf(parts.main)
})

const sideOf = ({ label, people }: PrintModel['left']) => [
  label,
  ...people.flatMap(({ signed, name }) => (signed ? [signed, name] : [name])),
]

/** Everything printed, the form's own words too, in its order. */
const wordsOf = ({ agency, number, heading, title, body, left, right, annexes, ...rest }: PrintModel) => [
  ...[agency, number, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', heading],
  ...[...title, ...body, ...sideOf(left), ...sideOf(right), 'Nơi nhận:', ...rest.recipients, ...rest.proofs],
  ...annexes.flatMap(({ label, title: name, note, sections }) => [
    ...[label, name, note],
    ...sections.flatMap(({ heading, rows }) => [
      ...(heading ? [heading] : []),
      ...rows.flat().flatMap((cell) => (typeof cell === 'string' ? [cell] : [cell.text, cell.small])),
    ]),
  ]),
]

/** Whether each is found after the one before it; returns the first that is not. */
const firstOutOfOrder = (whole: string, words: string[]): string | undefined => {
  let from = 0
  return words.find((word) => {
    const at = whole.indexOf(flat(word), from)
    from = at + flat(word).length
    return at < 0
  })
}

/** At which Word breaks no line. */
const hyphen = '\u2011'

describe('the file for Word', () => {
  it('has the text of the PDF in the same order', async () => {
    const { value } = await mammoth.extractRawText({ buffer: word })
    const words = wordsOf(parts.main)
    const broken = value.replaceAll(hyphen, '-')
    expect(value).toContain(`2021${hyphen}2025`)
    expect(firstOutOfOrder(flat(broken), words)).toBeUndefined()
    const pdf = await (await readPdf(pdfOf(parts.main))).words()
    expect(firstOutOfOrder(flat(pdf.join('')), words)).toBeUndefined()
  })

  it('is laid out as the PDF is: A4, its margins, its letters, numbers from the second page on', async () => {
    const files = new Map(await unzipped(word))
    const [document, styles] = ['document', 'styles'].map((name) => `${files.get(`word/${name}.xml`)}`)
    const sections = document?.match(/<w:sectPr.*?<\/w:sectPr>/g) ?? []
    expect(sections).toHaveLength(1 + parts.main.annexes.length)
    for (const section of sections) {
      expect(section).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
      expect(section).toMatch(/<w:pgMar w:top="1133" w:right="1133" w:bottom="1133" w:left="1700"/)
      expect(section).toMatch(/<w:pgNumType w:start="1".*<w:titlePg\/>/)
    }
    expect(document).toContain(
      '<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t xml:space="preserve">Thời gian',
    )
    expect(styles).toContain('<w:rFonts w:ascii="Times New Roman"')
    expect(new Set(`${document}${styles}`.match(/w:ascii="[^"]*"/g))).toEqual(
      new Set(['w:ascii="Times New Roman"']),
    )
  })

  it('says in the head of every page of a draft that it is one', async () => {
    const headsOf = async (signed: Parameters<typeof printed>[1]) => {
      const files = await unzipped(await docxOf(printed(PrintedText.parse(inPersonText()), signed).main))
      return files.flatMap(([name, bytes]) => (/word\/header/.test(name) ? [bytes.toString()] : []))
    }
    const [drafted, final] = [await headsOf(unsigned), await headsOf(signatures())]
    expect(drafted.length).toBeGreaterThan(1)
    for (const head of drafted) expect(head).toContain('DỰ THẢO')
    expect(final.join()).not.toContain('DỰ THẢO')
  })

  it('is the same, byte for byte, at another time', async () => {
    expect((await docxOf(parts.main)).equals(word)).toBe(true)
    expect(word.toString('latin1')).not.toContain(String(new Date().getUTCFullYear() + 1))
  })
})

describe('a list of thousands', () => {
  it('is left to the PDF, and the file for Word says so', async () => {
    const long = printed(PrintedText.parse(afternoonText(17)), signatures())
    const { value } = await mammoth.extractRawText({ buffer: await docxOf(long.main) })
    expect(value).toContain('Phụ lục này gồm 1.071 dòng nên không đưa vào tệp Word')
    expect(value).not.toContain('Nguyễn Văn Bảy')
  })
})

describe('the workbook', () => {
  const wanted = { unitName: parts.unitName, date: parts.main.meta.date, delegates: true }

  it('has every point and every delegate under Vietnamese heads, counts as numbers', async () => {
    const book = await readXlsx(await attendanceSheets(text.attendance, wanted))
    const [points, delegates] = book.sheets
    expect(points?.rows[0]).toEqual(expect.arrayContaining(['Điểm cầu', 'Có mặt', 'Người trong phòng họp']))
    expect([points?.rows.length, delegates?.rows.length]).toEqual([64, 190])
    expect(points?.rows[1]?.slice(1, 4)).toEqual([parts.unitName(text.attendance[0]?.unitId ?? ''), 3, 3])
    expect(delegates?.rows.slice(1).map(([place]) => place)).toEqual(
      Array.from({ length: 189 }, (_, at) => at + 1),
    )
    expect(delegates?.rows.at(-1)?.[2]).toBe(text.attendance.at(-1)?.delegates.at(-1)?.name)
  })

  it('is the same, byte for byte, when it is made again', async () => {
    const [one, another] = [
      await attendanceSheets(text.attendance, wanted),
      await attendanceSheets(text.attendance, wanted),
    ]
    expect(one.equals(another)).toBe(true)
  })
})

describe('a nation', () => {
  const nation = printed(PrintedText.parse(nationText(126, 2)), signatures())

  it('is told province by province, each in a file of its own', () => {
    expect(nation.places).toHaveLength(63)
    expect(nation.places.flatMap(({ points }) => points)).toHaveLength(126)
    expect(nation.main.annexes[0]?.sections[0]?.rows).toHaveLength(63)
    const place = nation.places[0]
    if (!place) throw new Error('no place')
    const part = nation.partOf(place)
    expect([part.head, part.annexes[0]?.part, part.annexes[0]?.sections.length]).toEqual([
      false,
      place.name,
      2,
    ])
  })

  it('has in its body no list of people', () => {
    expect(JSON.stringify(nation.main)).not.toContain('Phạm Thị Mười')
  })
})
