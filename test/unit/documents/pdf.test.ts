// Minutes on paper, read from the PDF itself: the form of Nghị định 30/2020/NĐ-CP, PDF/A-2a, every name as it is written.
import { beforeAll, describe, expect, it } from 'vitest'
import { printed, unsigned } from '#functions/documents/print.rules.ts'
import { PrintedText } from '#functions/documents/print.schema.ts'
import { pagesOf, pdfOf } from '#functions/documents/typst.ts'
import { afternoonText, inPersonText, pastText, signatures } from '#test/support/minutes-text.ts'
import { flat, type Piece, readPdf } from '#test/support/read-pdf.ts'

const text = afternoonText()
const modelOf = (of: unknown, signed = signatures() as Parameters<typeof printed>[1]) =>
  printed(PrintedText.parse(of), signed).main
const model = modelOf(text)

let bytes: Buffer
let read: Awaited<ReturnType<typeof readPdf>>
let first: Piece[]
beforeAll(async () => {
  bytes = pdfOf(model)
  read = await readPdf(bytes)
  first = await read.pieces(1)
})

const find = (pieces: Piece[], words: string): Piece => {
  const piece = pieces.find(({ text }) => text.includes(words))
  if (!piece) throw new Error(`${words} is not there`)
  return piece
}
const middleOf = ({ x, width }: Piece) => x + width / 2

describe('the file', () => {
  it('is PDF/A-2a, tagged, in Vietnamese, with its title', async () => {
    const { metadata, info } = await read.pdf.getMetadata()
    const xmp = String((metadata as { getRaw(): string }).getRaw())
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(info).toMatchObject({ Language: 'vi-VN', Author: 'Bộ Công an', Title: model.meta.title })
    expect(await read.pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const tree = JSON.stringify(await (await read.pdf.getPage(3)).getStructTree())
    expect(['H1', 'Table', 'TH', 'TD'].filter((role) => !tree.includes(`"role":"${role}"`))).toEqual([])
  })

  it('is the same, byte for byte, when it is made again', () => {
    expect(pdfOf(modelOf(afternoonText())).equals(bytes)).toBe(true)
  })

  it('has every name as it is written', async () => {
    const words = flat((await read.words()).join(''))
    const names = [
      ...text.attendance.flatMap(({ delegates }) => delegates.map(({ name }) => name)),
      ...text.contributions.flatMap(({ title, author, sha256 }) => [title, author, sha256]),
      ...text.units.map(({ name }) => name),
      ...text.blocks.flatMap((block) => block.text.replace(/[.]$/, '').split('\n')),
    ]
    expect(names.filter((name) => !words.includes(flat(name)))).toEqual([])
  })
})

describe('the form', () => {
  it('is A4 with the margins of the decree, in Tinos alone', async () => {
    const page = await read.pdf.getPage(1)
    expect(page.view.map(Math.round)).toEqual([0, 0, 595, 842])
    for (let number = 1; number <= read.pdf.numPages; number++)
      for (const { text: words, x, y, width, face } of await read.pieces(number)) {
        expect([words, x >= 29.9, x + width <= 195]).toEqual([words, true, true])
        expect(y).toBeLessThan(277.1)
        expect(face).toMatch(/Tinos-/)
      }
  })

  it('has its head in two columns, centred each, with the sizes of the form', () => {
    const [country, motto] = [find(first, 'CỘNG HÒA'), find(first, 'Độc lập')]
    expect([country.size, motto.size, country.face, motto.face]).toEqual([
      13,
      14,
      expect.stringContaining('Bold'),
      expect.stringContaining('Bold'),
    ])
    expect(middleOf(country)).toBeCloseTo(middleOf(motto), 0)
    const [agency, number] = [find(first, 'BỘ CÔNG AN'), find(first, 'Số: 01/BB-BCA')]
    expect([agency.size, number.size]).toEqual([13, 13])
    expect(middleOf(agency)).toBeCloseTo(middleOf(number), 0)
    expect(agency.y).toBeCloseTo(country.y, 1)
  })

  it('has BIÊN BẢN bold in the middle, its body at 14 points, indented', () => {
    const title = first.find(({ text }) => text === 'BIÊN BẢN')
    expect([title?.size, title?.face]).toEqual([14, expect.stringContaining('Bold')])
    expect(title && middleOf(title)).toBeCloseTo(110, 0)
    const start = find(first, 'Thời gian bắt đầu')
    expect([start.size, Math.round((start.x - 30) * 10)]).toEqual([14, 125])
    const following = find(first, 'tuyến, kết nối 63')
    expect(following.x).toBeCloseTo(30, 1)
  })

  it('numbers pages in the middle of the top margin from the second on, anew for each annex', async () => {
    const numberOn = async (page: number) => (await read.pieces(page)).find(({ y }) => y < 20)
    expect(await numberOn(1)).toBeUndefined()
    const second = await numberOn(2)
    expect([second?.text, second?.size]).toEqual(['2', 13])
    expect(second && middleOf(second)).toBeCloseTo(110, 0)
    expect(await numberOn(3)).toBeUndefined()
    expect((await numberOn(4))?.text).toBe('2')
  })

  it('ends with secretary left and chair right, who signed when, and where it goes', async () => {
    const last = await read.pieces(2)
    const [secretary, chair] = [find(last, 'THƯ KÝ'), find(last, 'CHỦ TỌA')]
    expect(secretary.y).toBeCloseTo(chair.y, 1)
    expect(secretary.x).toBeLessThan(chair.x)
    const words = last.map(({ text: words }) => words).join(' ')
    expect(words).toContain('16 giờ 32, ngày 23 tháng 11 năm 2022./.')
    expect(words).toContain('(Đã ký lúc 17 giờ 05, ngày 23 tháng 11 năm 2022)')
    expect(words).toContain('Nơi nhận: - Lưu: VT, Hồ sơ.')
    expect(flat(words)).toContain(signatures().digest)
    expect(middleOf(find(last, 'Trung tướng Lê Quốc Hùng'))).toBeCloseTo(middleOf(chair), 0)
  })
})

describe('what is no ordinary conference', () => {
  it('says on every page of a draft that it is one', async () => {
    const { number: _, ...unnumbered } = inPersonText()
    const { pdf, pieces } = await readPdf(pdfOf(modelOf(unnumbered, unsigned)))
    for (let page = 1; page <= pdf.numPages; page++) find(await pieces(page), 'DỰ THẢO')
    find(await pieces(1), 'Số: ……/BB-BCA')
  })

  it('leaves out annexes that have nothing to say, and points where there were none', async () => {
    const words = (await (await readPdf(pdfOf(modelOf(inPersonText())))).words()).join(' ')
    expect(words).not.toMatch(/Phụ lục I\b|Kèm theo/)
    expect(words).toContain('Trần Đức Quý')
  })

  it('prints a past conference without number, title, date and annexes, as nobody’s minutes', async () => {
    const words = (await (await readPdf(pdfOf(modelOf(pastText())))).words()).join(' ')
    expect(words).not.toContain('BIÊN BẢN')
    expect(words).toContain('(lập từ tư liệu)')
    expect(words).toContain('NGƯỜI LẬP HỒ SƠ')
    expect(words).toContain('(Tư liệu không ghi tên hội nghị)')
    expect(words).not.toContain('Phụ lục')
    expect(words).not.toMatch(/ngày 01 tháng 01 năm/)
  })

  it('takes markup, control characters and endless words for text', async () => {
    const hostile = '#pagebreak() $x^2$ *a* _b_ @c \\ [d] <e> `f` //g "h"'
    const odd = { id: 'dlg_x', name: `${hostile}\u0000\u001b 会 😀 ${'á'.repeat(300)}` }
    const point = {
      id: 'bpt_1',
      unitId: 'unt_bo-cong-an',
      kind: 'site',
      delegates: [odd],
      stays: [],
      faults: [],
      events: [],
    }
    const { pdf, words } = await readPdf(pdfOf(modelOf({ ...inPersonText(), attendance: [point] })))
    const read = flat((await words()).join(''))
    expect(read).toContain(flat(hostile))
    expect(read).toContain(flat('[U+4F1A] [U+1F600]'))
    expect(read).toContain('á'.repeat(300))
    expect(pdf.numPages).toBe(3)
  })

  it('comes as pictures too, one a page, as many as are wanted', () => {
    const model = modelOf(inPersonText())
    const { pages, pageCount } = pagesOf(model, 40)
    expect([pages.length, pageCount]).toEqual([2, 2])
    expect(pagesOf(model, 1)).toEqual({ pages: pages.slice(0, 1), pageCount })
    for (const page of pages) expect(page).toMatch(/^<svg viewBox="0 [\d.]+ 595[\d.]* 841[\d.]*".*<\/svg>$/s)
  })
})
