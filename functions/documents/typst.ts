// Typst, a native library, as one compiler a process: from the templates and a print model to PDF/A or pictures of pages.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from '#functions/shared/problem.ts'
import { collectAfter, collectBefore } from './collect.ts'
import type { PrintModel } from './print.schema.ts'
import { setterOf } from './settable.ts'
import { svgPages } from './svg-pages.rules.ts'

const addon = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'

/** What of the addon's own classes is used; its package for npm has the types and cannot be installed everywhere. */
type Document = { readonly numOfPages: number }
type Diagnosis = { shortDiagnostics?: unknown }
type Result = { readonly result: Document | null; hasError(): boolean; takeDiagnostics(): Diagnosis | null }
type Compiler = {
  mapShadow(path: string, bytes: Buffer): void
  compile(of: { mainFilePath: string }): Result
  pdf(document: Document, options: { pdfStandard: 'a-2a'; creationTimestamp: number }): Buffer
  plainSvg(document: Document): string
  evictCache(age: number): void
}
type Made = { workspace: string; fontArgs: { fontPaths: string[] }[] }
type Addon = { NodeCompiler: { create(made: Made): Compiler } }

const require = createRequire(import.meta.url)

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']

/** Tinos has the widths of Times New Roman and every Vietnamese letter. */
export const fontFiles = (): string[] =>
  faces.map((face) => require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`))

const workspace = fileURLToPath(new URL('./template', import.meta.url))

/** @throws Problem `printing-unavailable` on a machine the library is not made for */
const load = (): Addon => {
  try {
    return require(`${addon}/typst-ts-node-compiler.linux-x64-gnu.node`)
  } catch (error) {
    const detail = `${process.platform} ${process.arch}: ${error instanceof Error ? error.message : error}`
    throw new Problem('printing-unavailable', { detail })
  }
}

let compiler: Compiler | undefined
let settable: ((text: string) => string) | undefined

const theCompiler = (): Compiler => {
  compiler ??= load().NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: fontFiles().map((file) => dirname(file)) }],
  })
  return compiler
}

const compiled = (model: PrintModel): Document => {
  const typst = theCompiler()
  settable ??= setterOf(fontFiles())
  const set = settable
  const data = JSON.stringify(model, (_, value: unknown) => (typeof value === 'string' ? set(value) : value))
  typst.mapShadow(join(workspace, 'data.json'), Buffer.from(data))
  collectBefore(data.length)
  const made = typst.compile({ mainFilePath: join(workspace, 'minutes.typ') })
  if (made.result && !made.hasError()) return made.result
  throw new Error(`typst: ${JSON.stringify(made.takeDiagnostics()?.shortDiagnostics)}`)
}

/** What it remembers of a document is as large as the document: the next shares nothing with it. */
const forgetting = <T>(act: () => T): T => {
  try {
    return act()
  } finally {
    compiler?.evictCache(0)
  }
}

/** The same model always gives the same bytes: PDF/A-2a, tagged. */
export const pdfOf = (model: PrintModel): Buffer => {
  const { year, month, day, hour, minute, second } = model.meta.date
  const creationTimestamp = Date.UTC(year, month - 1, day, hour, minute, second) / 1000
  const bytes = forgetting(() =>
    theCompiler().pdf(compiled(model), { pdfStandard: 'a-2a', creationTimestamp }),
  )
  collectAfter(bytes.length)
  return bytes
}

/** The first pages as pictures, SVG each, and how many there are. */
export const pagesOf = (model: PrintModel, most: number): { pages: string[]; pageCount: number } => {
  const svg = forgetting(() => theCompiler().plainSvg(compiled(model)))
  collectAfter(svg.length)
  return svgPages(svg, most)
}
