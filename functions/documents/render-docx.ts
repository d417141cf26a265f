// Minutes for Word: the same words in the same order as the PDF, on the same page, to be edited by a secretary.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  convertMillimetersToTwip as mm,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  type Table,
  TextRun,
} from 'docx'
import { countWords } from '#functions/minutes/words.rules.ts'
import { bare, dataTable, type Half, halves, small, textRun } from './docx-tables.ts'
import { fixedZip } from './fixed-zip.ts'
import type { Annex, PrintModel, SignatureSide } from './print.schema.ts'

/** Half points, as Word counts. */
const points = (size: number) => size * 2

const twips = (size: number) => size * 20

type Look = { bold?: boolean; italics?: boolean; size?: number }

const run = (text: string, { bold = false, italics = false, size = 14 }: Look = {}) =>
  textRun(text, { bold, italics, size: points(size) })

const centred = (text: string, look: Look = {}, after = 0) =>
  new Paragraph({
    ...bare,
    alignment: AlignmentType.CENTER,
    spacing: { after: twips(after) },
    children: [run(text, look)],
  })

/** A rule under what stands above it: a border of an empty line, drawn in from both sides. */
const ruled = (fromEdge: number) =>
  new Paragraph({
    ...bare,
    indent: { left: mm(fromEdge), right: mm(fromEdge) },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1 } },
    spacing: { line: 120, lineRule: LineRuleType.EXACT, after: 0 },
  })

const headOf = ({ superior, agency, number }: PrintModel): Table =>
  halves(
    [
      ...(superior ? [centred(superior, { size: 13 })] : []),
      centred(agency, { bold: true, size: 13 }),
      ruled(22),
      centred(number, { size: 13 }),
    ],
    [
      centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 12.5 }),
      centred('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 14 }),
      ruled(18),
    ],
    [39, 61],
  )

const headingOf = ({ heading, title }: PrintModel): Paragraph[] => [
  new Paragraph({
    ...bare,
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    spacing: { before: twips(16), after: twips(4) },
    children: [run(heading, { bold: true })],
  }),
  ...title.map((line) => centred(line, { bold: true }, 3)),
  ruled(62),
]

const body = (text: string) => new Paragraph({ alignment: AlignmentType.BOTH, children: [run(text)] })

const sideOf = ({ label, people }: SignatureSide): Half => [
  centred(label, { bold: true }),
  ...people.flatMap(({ name, signed }) => [
    ...(signed ? [centred(signed, { italics: true, size: 11 }, 10)] : [1, 2, 3].map(() => centred(''))),
    centred(name, { bold: true }, 8),
  ]),
]

const closingOf = ({ left, right, recipients, proofs }: PrintModel): (Paragraph | Table)[] => [
  halves(sideOf(left), sideOf(right), right.people.length > 1 ? [36, 64] : [50, 50]),
  new Paragraph({ ...bare, children: [run('Nơi nhận:', { bold: true, italics: true, size: 12 })] }),
  ...recipients.map((line) => new Paragraph({ ...bare, children: [run(`- ${line}`, { size: 11 })] })),
  ...proofs.map(small),
]

const annexOf = ({
  label,
  title,
  part,
  note,
  paragraphs,
  columns,
  sections,
}: Annex): (Paragraph | Table)[] => [
  new Paragraph({
    ...bare,
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    children: [run(label, { bold: true })],
  }),
  centred(title, { bold: true }),
  ...(part ? [centred(part, { bold: true, size: 13 })] : []),
  centred(note, { italics: true, size: 13 }, 8),
  ...paragraphs.map(body),
  ...(columns.length > 0 ? [dataTable(columns, sections)] : []),
]

/** A list that is longer is read in the PDF: Word is for the words, and chokes on tables of thousands of rows. */
const mostRows = 1000

const forWord = (annex: Annex): Annex => {
  const rows = annex.sections.reduce((sum, one) => sum + one.rows.length, 0)
  if (rows <= mostRows) return annex
  const why =
    `Phụ lục này gồm ${countWords(rows)} dòng nên không đưa vào tệp Word; ` +
    'danh sách đầy đủ có trong bản PDF của Biên bản.'
  return { ...annex, paragraphs: [...annex.paragraphs, why], columns: [], sections: [] }
}

const draftMark = (draft: boolean) =>
  draft ? [centred('DỰ THẢO', { bold: true, size: 13 })] : [new Paragraph({ ...bare, children: [] })]

/** In twips, as Word knows it: rounded down from millimetres it would be a size of its own. */
const a4 = { width: 11_906, height: 16_838 }

/** The page's number in the middle of the top margin from the second page on, anew for each annex. */
const section = (draft: boolean, children: ISectionOptions['children']): ISectionOptions => ({
  properties: {
    titlePage: true,
    page: {
      size: a4,
      margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10) },
      pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
    },
  },
  headers: {
    first: new Header({ children: draftMark(draft) }),
    default: new Header({
      children: [
        new Paragraph({
          ...bare,
          alignment: AlignmentType.CENTER,
          children: [
            new TextRun({ children: [PageNumber.CURRENT], size: points(13) }),
            ...(draft
              ? [new TextRun({ children: [new Tab(), 'DỰ THẢO'], bold: true, size: points(13) })]
              : []),
          ],
        }),
      ],
    }),
  },
  children,
})

const sectionsOf = (model: PrintModel): ISectionOptions[] => {
  const main = [headOf(model), ...headingOf(model), ...model.body.map(body), ...closingOf(model)]
  return [main, ...model.annexes.map((annex) => annexOf(forWord(annex)))].map((children) =>
    section(model.draft, children),
  )
}

/** The same model always gives the same bytes. */
export const docxOf = async (model: PrintModel): Promise<Buffer> => {
  const document = new Document({
    title: model.meta.title,
    creator: model.meta.author,
    lastModifiedBy: model.meta.author,
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: points(14), language: { value: 'vi-VN' }, color: '000000' },
          paragraph: {
            indent: { firstLine: mm(12.5) },
            spacing: { after: twips(6), line: 264, lineRule: LineRuleType.AUTO },
          },
        },
        heading1: { run: { bold: true, size: points(14), color: '000000', font: 'Times New Roman' } },
      },
    },
    sections: sectionsOf(model),
  })
  return fixedZip(await Packer.toBuffer(document), model.meta.date)
}
