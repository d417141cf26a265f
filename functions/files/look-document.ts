// What a document in a ZIP is: DOCX and XLSX by their content types, ODT by its first part; and what may not be in it.
import { Problem } from '#functions/shared/problem.ts'
import { readZip } from './look-zip.ts'
import type { FileType } from './schema.ts'

const office = 'application/vnd.openxmlformats-officedocument'

/** The main part by which ECMA-376 tells what a package is. */
const mains: Partial<Record<FileType, { part: string; contentType: string }>> = {
  [`${office}.wordprocessingml.document` as FileType]: {
    part: 'word/document.xml',
    contentType: `${office}.wordprocessingml.document.main+xml`,
  },
  [`${office}.spreadsheetml.sheet` as FileType]: {
    part: 'xl/workbook.xml',
    contentType: `${office}.spreadsheetml.sheet.main+xml`,
  },
}

const odt: FileType = 'application/vnd.oasis.opendocument.text'

type Zip = Awaited<ReturnType<typeof readZip>>

/** ODF 1.2, part 3: the first part is `mimetype`, unpacked, and says it all. */
const isOdt = (bytes: Buffer, { names }: Zip): boolean =>
  names[0] === 'mimetype' &&
  names.includes('content.xml') &&
  bytes.subarray(30, 38 + odt.length).toString('latin1') === `mimetype${odt}`

const typeOf = (bytes: Buffer, zip: Zip): FileType | undefined => {
  if (isOdt(bytes, zip)) return odt
  const contentTypes = zip.words.get('[Content_Types].xml') ?? ''
  const found = Object.entries(mains).find(
    ([, { part, contentType }]) => zip.names.includes(part) && contentTypes.includes(`"${contentType}"`),
  )
  return found?.[0] as FileType | undefined
}

/** Macros and controls of either family, by where they lie. */
const runs = /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/.*)$|^(Basic|Scripts)\/.+/i

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const codePoint = (text: string, base: number): string => {
  const code = Number.parseInt(text, base)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** `Extern&#97;l` is `External` to whoever opens the document. */
const plainText = (xml: string): string =>
  xml.replace(
    /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(\w{1,8}));/gi,
    (whole, hex?: string, decimal?: string, name = '') =>
      hex ? codePoint(hex, 16) : decimal ? codePoint(decimal, 10) : (named[name] ?? whole),
  )

const external = /\bTargetMode\s*=\s*["']\s*External\s*["']/

/** A template fetched from elsewhere when the document is opened. Within one tag: `<` stands in no value. */
const fetches = (relationships: string): boolean =>
  relationships
    .split('<')
    .map(plainText)
    .some((tag) => tag.includes('attachedTemplate') && external.test(tag))

/** Open Packaging Conventions (ECMA-376, part 2) let in no document types; any but UTF-8 is not written by anybody. */
const expectReadable = (relationships: string): void => {
  if (relationships.includes('<!') && /<!(?:DOCTYPE|ENTITY)/i.test(relationships))
    throw new Problem('file-unsafe', { detail: 'doctype' })
  if (relationships.includes('\0') || relationships.includes('\ufffd'))
    throw new Problem('file-unsafe', { detail: 'encoding' })
}

const expectStill = ({ names, words }: Zip): void => {
  const part = names.find((name) => runs.test(name))
  if (part) throw new Problem('file-active', { detail: part })
  if ((words.get('[Content_Types].xml') ?? '').includes('macroEnabled'))
    throw new Problem('file-active', { detail: 'macroEnabled' })
  for (const [name, text] of words) {
    if (!name.toLowerCase().endsWith('.rels')) continue
    expectReadable(text)
    if (fetches(text)) throw new Problem('file-active', { detail: 'attachedTemplate' })
  }
  if ((words.get('META-INF/manifest.xml') ?? '').includes('encryption-data'))
    throw new Problem('file-encrypted')
}

const wanted = (name: string): boolean =>
  name === '[Content_Types].xml' || name === 'META-INF/manifest.xml' || name.toLowerCase().endsWith('.rels')

/** @throws Problem `file-type-refused`, `file-damaged`, `file-encrypted`, `file-active`, `file-unsafe` */
export const lookIntoDocument = async (bytes: Buffer, told: FileType): Promise<void> => {
  const zip = await readZip(bytes, wanted)
  expectStill(zip)
  const found = typeOf(bytes, zip)
  if (found !== told) throw new Problem('file-type-refused', { detail: found ?? 'application/zip' })
}
