// Minutes on paper, read from the PDF itself: the form of Nghị định 30/2020/NĐ-CP, PDF/A-2a, every name as it is written.
import { beforeAll, describe, expect, it } from 'vitest'
import { printed, unsigned } from '#functions/documents/print.rules.ts'
import { PrintedText } from '#functions/documents/print.schema.ts'
import { pagesOf, pdfOf } from '#functions/documents/typst.ts'
import { afternoonText, inPersonText, pastText, signatures } from '#test/support/minutes-text.ts'
import { flat, type Piece, type Rule, readPdf } from '#test/support/read-pdf.ts'

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
const middleOf = ({ x, width }: Omit<Rule, 'y'>) => x + width / 2
const boldly = (...found: Piece[]) => {
  for (const { text, face } of found) expect([text, face]).toEqual([text, expect.stringMatching(/-Bold$/)])
}
const pages = () => Array.from({ length: read.pdf.numPages }, (_, at) => at + 1)

describe('the file', () => {
  it('is PDF/A-2a, tagged, in Vietnamese, with its title', async () => {
    const { metadata, info } = await read.pdf.getMetadata()
    const xmp = String((metadata as { getRaw(): string }).getRaw())
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    const about = { Language: 'vi-VN', Author: 'Bộ Công an', Title: model.meta.title }
    expect(info).toMatchObject({ ...about, CreationDate: 'D:20221123102000Z' }) // as it was signed last
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
      ...text.attendance.flatMap(({ delegates }) =>
        delegates.flatMap(({ name, substitute, reason }) => [name, substitute ?? '', reason ?? '']),
      ),
      ...text.contributions.flatMap(({ title, author, sha256 }) => [title, author, sha256]),
      ...text.units.map(({ name }) => name),
      ...text.blocks.flatMap((block) => block.text.replace(/[.]$/, '').split('\n')),
    ]
    expect(names.filter((name) => !words.includes(flat(name)))).toEqual([])
  })
})

describe('the form', () => {
  it('is A4 with the margins of the decree, neither less nor more, in black Tinos alone', async () => {
    const all: Piece[] = []
    for (const number of pages()) {
      const page = await read.pdf.getPage(number)
      expect(page.view.map(Math.round)).toEqual([0, 0, 595, 842])
      all.push(...(await read.pieces(number)).filter(({ y }) => number === 1 || y > 18))
    }
    for (const { text: words, face } of all)
      expect([words, face]).toEqual([words, expect.stringMatching(/Tinos-/)])
    expect(Math.min(...all.map(({ x }) => x))).toBeCloseTo(30, 1)
    expect(Math.max(...all.map(({ x, width }) => x + width))).toBeCloseTo(190, 1)
    const [highest, lowest] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))]
    expect([highest > 22.5, highest < 25, lowest > 272, lowest < 277.1]).toEqual([true, true, true, true])
    expect((await read.drawn(1)).colours).toEqual(['#000000'])
  })

  it('has its head in two columns, centred each, with the sizes and rules of the form', async () => {
    const country = find(first, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    const motto = find(first, 'Độc lập - Tự do - Hạnh phúc')
    const [agency, number] = [find(first, 'BỘ CÔNG AN'), find(first, 'Số: 01/BB-BCA')]
    boldly(country, motto, agency)
    expect([country.size, motto.size, agency.size, number.size]).toEqual([13, 14, 13, 13])
    expect(middleOf(country)).toBeCloseTo(middleOf(motto), 0)
    expect(number.face).toMatch(/-Regular$/)
    expect(middleOf(agency)).toBeCloseTo(middleOf(number), 0)
    expect(agency.y).toBeCloseTo(country.y, 1)
    const { rules } = await read.drawn(1)
    const under = ({ y }: Piece) => rules.find((rule) => rule.y > y && rule.y < y + 3)
    const [ofAgency, ofMotto] = [under(agency), under(motto)]
    expect(ofMotto?.width).toBeCloseTo(motto.width, 0)
    expect(ofMotto && middleOf(ofMotto)).toBeCloseTo(middleOf(motto), 0)
    expect((ofAgency?.width ?? 0) / agency.width).toBeCloseTo(0.45, 1)
    expect(ofAgency && middleOf(ofAgency)).toBeCloseTo(middleOf(agency), 0)
  })

  it('has BIÊN BẢN and its title bold in the middle, its body at 14 points, indented, even on both sides', () => {
    const start = find(first, 'Thời gian bắt đầu')
    const titles = first.filter(({ y }) => y > find(first, 'BIÊN BẢN').y - 1 && y < start.y - 1)
    expect(titles.length).toBeGreaterThan(3)
    boldly(...titles)
    for (const { text: line, size, ...place } of titles)
      expect([line, size, Math.round(middleOf(place))]).toEqual([line, 14, 110])
    expect([start.size, start.face.slice(7), Math.round((start.x - 30) * 10)]).toEqual([
      14,
      'Tinos-Regular',
      125,
    ])
    const following = find(first, 'tuyến, kết nối 63')
    expect(following.x).toBeCloseTo(30, 1)
    const even = first.filter(({ y, x, width }) => y >= start.y && Math.abs(x + width - 190) < 0.05)
    expect(even.length).toBeGreaterThan(5)
  })

  it('numbers pages in the middle of the top margin from the second on, anew for each annex', async () => {
    let expected = 0
    for (const page of pages()) {
      const pieces = await read.pieces(page)
      expected = page === 1 || pieces[0]?.text.startsWith('Phụ lục') ? 1 : expected + 1
      const number = pieces.filter(({ y }) => y < 20)
      const shown = number.map(({ text, size, ...place }) => [text, size, Math.round(middleOf(place))])
      expect([page, shown]).toEqual([page, expected === 1 ? [] : [[String(expected), 13, 110]]])
    }
  })

  it('has annexes of 12 points under heads that come again on every page', async () => {
    const [list, further] = [await read.pieces(3), await read.pieces(4)]
    boldly(
      find(list, 'Phụ lục I'),
      find(list, 'DANH SÁCH ĐẠI BIỂU'),
      find(further, 'Đại biểu'),
      find(further, 'Điểm danh'),
    )
    expect(new Set(further.filter(({ y }) => y > 20).map(({ size }) => size))).toEqual(new Set([12]))
  })

  it('ends with secretary left and chair right, who signed when, and where it goes', async () => {
    const last = await read.pieces(2)
    const [secretary, chair] = [find(last, 'THƯ KÝ'), find(last, 'CHỦ TỌA')]
    boldly(secretary, chair, find(last, 'Trung tướng Lê Quốc Hùng'), find(last, 'Đại tá Trần Thị Thu Hường'))
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

  it('comes as pictures too, one a page, as many as are wanted', () => {
    const model = modelOf(inPersonText())
    const { pages, pageCount } = pagesOf(model, 40)
    expect([pages.length, pageCount]).toEqual([2, 2])
    expect(pagesOf(model, 1)).toEqual({ pages: pages.slice(0, 1), pageCount })
    for (const page of pages) expect(page).toMatch(/^<svg viewBox="0 [\d.]+ 595[\d.]* 841[\d.]*".*<\/svg>$/s)
  })
})
