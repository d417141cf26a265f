// The floor of bench `package`: the same files from this machine's disk, hashed and zipped, and nothing else.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, globSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

const [, , folder = '', target = ''] = process.argv
const began = performance.now()
const zip = new ZipFile()
const written = createWriteStream(target)
zip.outputStream.pipe(written)
for (const path of globSync('**', { cwd: folder, withFileTypes: true })) {
  if (!path.isFile()) continue
  const name = join(path.parentPath, path.name)
  const stream = createReadStream(name)
  const hash = createHash('sha256')
  stream.on('data', (chunk) => hash.update(chunk))
  zip.addReadStream(stream, name.slice(folder.length + 1), { compress: !/(pdf|docx|xlsx)$/.test(name) })
  await finished(stream)
  hash.digest()
}
zip.end()
await finished(written)
process.send?.({ ms: performance.now() - began, mb: process.resourceUsage().maxRSS / 1024 })
