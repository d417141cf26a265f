// What files are by their content: real ones pass, hostile ones are named for what they are.
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { lookInto } from '#functions/files/look.ts'
import type { FileType } from '#functions/files/schema.ts'
import { Problem } from '#functions/shared/problem.ts'
import * as documents from '#test/support/documents.ts'

const { bomb, docm, docx, docxWithForeignTemplate, odt, odtWithPassword, pdf, program, types, xlsx, zip } =
  documents

const verdict = async (bytes: Buffer, told: FileType): Promise<string> => {
  try {
    await lookInto(bytes, told)
    return 'taken'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.slug
  }
}

const csv = Buffer.from('\ufeffĐơn vị,Số đại biểu\r\nCông an tỉnh Ninh Bình,12\r\n')

describe('looking into a file', () => {
  it.each([
    ['PDF', pdf(), types.pdf],
    ['DOCX', docx(), types.docx],
    ['ODT', odt(), types.odt],
    ['XLSX', xlsx(), types.xlsx],
    ['CSV', csv, types.csv],
  ])('takes a %s for what it is, and as nothing else', async (_, bytes, type) => {
    expect(await verdict(bytes, type)).toBe('taken')
    for (const other of Object.values(types))
      if (other !== type) expect(await verdict(bytes, other), other).toMatch(/^file-(type-refused|damaged)$/)
  })

  it.each([
    ['a program named as a PDF', program(), types.pdf, 'file-type-refused'],
    ['a program named as a table', program(), types.csv, 'file-type-refused'],
    ['a ZIP of anything', zip({ 'a.exe': program() }), types.docx, 'file-type-refused'],
    ['a DOCX cut short', docx().subarray(0, -40), types.docx, 'file-damaged'],
    ['a PDF cut short', pdf().subarray(0, -40), types.pdf, 'file-damaged'],
    ['nothing but the head of a PDF', Buffer.from('%PDF-1.7\n'), types.pdf, 'file-damaged'],
    ['a DOCX with macros', docm(), types.docx, 'file-active'],
    [
      'a DOCX with macros only in a part',
      docx('', { 'word/vbaProject.bin': 'x' }),
      types.docx,
      'file-active',
    ],
    ['a DOCX with controls', docx('', { 'word/activeX/activeX1.bin': 'x' }), types.docx, 'file-active'],
    ['a DOCX that fetches a template', docxWithForeignTemplate(), types.docx, 'file-active'],
    ['an ODT with Basic', odt('', { 'Basic/Standard/Module1.xml': 'Sub Main' }), types.odt, 'file-active'],
    ['an ODT with a password', odtWithPassword(), types.odt, 'file-encrypted'],
    ['a PDF with a password', pdf('x', '', '/Encrypt 9 0 R'), types.pdf, 'file-encrypted'],
    [
      'a PDF with a script',
      pdf('x', '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
      types.pdf,
      'file-active',
    ],
    [
      'a PDF with a script in disguise',
      pdf('x', '/OpenAction << /S /J#61vaScript >>'),
      types.pdf,
      'file-active',
    ],
    ['a PDF that starts programs', pdf('x', '/OpenAction << /S /Launch >>'), types.pdf, 'file-active'],
    ['a PDF that is a ZIP too', Buffer.concat([pdf(), zip({ a: 'b' })]), types.pdf, 'file-unsafe'],
    ['a ZIP with something before it', Buffer.concat([program(), docx()]), types.docx, 'file-type-refused'],
    ['a ZIP with something after it', Buffer.concat([docx(), program()]), types.docx, 'file-damaged'],
    ['a bomb', bomb(20), types.docx, 'file-unsafe'],
    [
      'a bomb of many parts',
      zip(Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`${at}`, '']))),
      types.docx,
      'file-unsafe',
    ],
    ['parts that lead elsewhere', docx('', { '../../etc/passwd': 'x' }), types.docx, 'file-damaged'],
    ['text that is not UTF-8', Buffer.from([0x43, 0xf4, 0x6e, 0x67]), types.csv, 'file-damaged'],
    ['text with control characters', Buffer.from('a,b\0c'), types.csv, 'file-type-refused'],
  ] as const)('refuses %s', async (_, bytes, told, slug) => {
    expect(await verdict(bytes, told)).toBe(slug)
  })

  it('believes no part about its size', async () => {
    const bytes = bomb(20)
    const name = Buffer.from('word/media/image1.bmp')
    // The central directory says 1 KB: the size stands 22 bytes before the name there.
    const directory = bytes.lastIndexOf(name) - 46
    expect(bytes.readUInt32LE(directory)).toBe(0x02014b50)
    bytes.writeUInt32LE(1024, directory + 24)
    expect(await verdict(bytes, types.docx)).toBe('file-damaged')
  })

  it('reads no part under two names, nor one name twice', async () => {
    const renamed = docx('', { 'word/a.xml': 'a' })
    renamed.write('word/b.xml', renamed.lastIndexOf('word/a.xml'))
    expect(await verdict(renamed, types.docx)).toBe('file-unsafe')
    const twice = docx('', { 'word/a.xml': 'a', 'word/b.xml': 'b' })
    for (const at of [twice.indexOf('word/b.xml'), twice.lastIndexOf('word/b.xml')])
      twice.write('word/a.xml', at)
    expect(await verdict(twice, types.docx)).toBe('file-unsafe')
  })

  it('does not take what stands in pictures and texts for instructions', async () => {
    const stream = '5 0 obj\n<< /Length 16 >>\nstream\n(/JavaScript /JS)\nendstream\nendobj\n'
    const bytes = pdf().toString('latin1').replace('xref\n', `${stream}xref\n`)
    expect(await verdict(Buffer.from(bytes, 'latin1'), types.pdf)).toBe('taken')
    expect(await verdict(pdf('/JSON and /Launching'), types.pdf)).toBe('taken')
  })

  it('takes a document that packs well within reason', async () => {
    const long = 'Kính thưa các đồng chí. '.repeat(20_000)
    expect(await verdict(docx(long), types.docx)).toBe('taken')
    expect(await verdict(Buffer.from(zipSync({})), types.docx)).not.toBe('taken')
  })

  const relations = (relationship: string) =>
    docx('', {
      'word/_rels/settings.xml.rels': `<?xml version="1.0"?><Relationships>${relationship}</Relationships>`,
    })
  const template = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate'

  it.each([
    ['in other quotation marks', `<Relationship Type='${template}' Target='//evil' TargetMode='External'/>`],
    [
      'behind a sign in a value',
      `<Relationship Type="${template}" Target="//evil?>" TargetMode="External"/>`,
    ],
    ['with a space', `<Relationship TargetMode = "External" Target="//evil" Type="${template}"/>`],
    ['spelled out', `<Relationship Type="${template}" Target="//evil" TargetMode="Extern&#x61;&#108;"/>`],
  ])('finds a template from elsewhere %s', async (_, relationship) => {
    expect(await verdict(relations(relationship), types.docx)).toBe('file-active')
  })

  it('takes a link and a template that are two things', async () => {
    const two = `<Relationship Type="${template}" Target="a.dotx"/><Relationship Type="x/hyperlink" Target="https://bocongan.gov.vn" TargetMode="External"/>`
    expect(await verdict(relations(two), types.docx)).toBe('taken')
  })

  it('refuses relationships that say what they mean elsewhere, or in letters nobody writes', async () => {
    expect(await verdict(relations('<!DOCTYPE r [<!ENTITY e "External">]>'), types.docx)).toBe('file-unsafe')
    const wide = Buffer.from(`\ufeff<Relationship TargetMode="External" Type="${template}"/>`, 'utf16le')
    expect(await verdict(docx('', { 'word/_rels/settings.xml.rels': wide }), types.docx)).toBe('file-unsafe')
  })

  it.each([
    [
      'a PDF of nothing but beginnings',
      Buffer.from(`%PDF-1.7\n${'stream\n'.repeat(200_000)}%%EOF`),
      types.pdf,
    ],
    ['a DOCX of nothing but templates', relations('attachedTemplate" '.repeat(60_000)), types.docx],
    ['a DOCX of nothing but modes', relations('TargetMode="External" '.repeat(60_000)), types.docx],
  ] as const)('looks through %s in one go', async (_, bytes, told) => {
    const begun = performance.now()
    await verdict(bytes, told)
    // Read over and over it takes a minute and more.
    expect(performance.now() - begun).toBeLessThan(3_000)
  })
})
