// One rendering in a process of its own: the files of a text by the house, or its PDFs by bare typst; tells times and the peak
// of memory.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesOf } from '#functions/documents/files.ts'
import { printed } from '#functions/documents/print.rules.ts'
import { PrintedText, type PrintModel } from '#functions/documents/print.schema.ts'
import { readText } from '#functions/documents/read-text.ts'
import { fontFiles } from '#functions/documents/typst.ts'
import { signatures } from '#test/support/minutes-text.ts'

const [what, file = ''] = process.argv.slice(2)

const timed = async <T>(act: () => T | Promise<T>): Promise<{ ms: number; value: T }> => {
  const from = performance.now()
  const value = await act()
  return { ms: performance.now() - from, value }
}

/** As the function has it: frozen bytes in, a file after the other out. `ms` counts what PDFs need, `allMs` everything. */
const house = async () => {
  const read = await timed(() => filesOf(readText(readFileSync(file)), signatures()))
  const files = read.value
  let [ms, allMs] = [read.ms, read.ms]
  for (const { path, make } of files) {
    const made = await timed(async () => (await make()).length)
    allMs += made.ms
    if (path.endsWith('.pdf')) ms += made.ms
  }
  return { ms, allMs, files: files.length }
}

type Compiler = {
  mapShadow(path: string, bytes: Buffer): void
  compile(of: { mainFilePath: string }): { result: unknown }
  evictCache(age: number): void
  pdf(document: unknown, options: { pdfStandard: string; creationTimestamp: number }): Buffer
}

const require = createRequire(import.meta.url)
const addon = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu/typst-ts-node-compiler.linux-x64-gnu.node'
const workspace = fileURLToPath(new URL('../../functions/documents/template', import.meta.url))

const bareCompiler = (): Compiler =>
  require(addon).NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: fontFiles().map((font) => dirname(font)) }],
  })

/** The data lie ready as JSON: what is left is typst and the template. */
const bare = async () => {
  const { main, places, partOf } = printed(
    PrintedText.parse(JSON.parse(readFileSync(file, 'utf8'))),
    signatures(),
  )
  const typst = await timed(bareCompiler)
  let { ms } = typst
  const pdf = (data: Buffer) => {
    typst.value.mapShadow(join(workspace, 'data.json'), data)
    const { result } = typst.value.compile({ mainFilePath: join(workspace, 'minutes.typ') })
    const { length } = typst.value.pdf(result, { pdfStandard: 'a-2a', creationTimestamp: 0 })
    typst.value.evictCache(0) // one document has nothing of another, and 64 of them would be gigabytes
    return length
  }
  const dataOf = (model: PrintModel) => Buffer.from(JSON.stringify(model))
  for (const data of [main, ...places.map(partOf)].map(dataOf)) ms += (await timed(() => pdf(data))).ms
  return { ms }
}

const told = await { house, bare }[what as 'house' | 'bare']()
console.log(JSON.stringify({ ...told, peakMb: process.resourceUsage().maxRSS / 1024 }))
