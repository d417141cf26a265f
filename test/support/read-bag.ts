// Checks a bag by RFC 8493 and the house's certificate with node:crypto alone: written apart from what makes bags.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { type Entry, fromBufferPromise } from 'yauzl'

/** The entries of a ZIP in their order, names as they stand there. */
export const unzipped = async (bytes: Buffer): Promise<[string, Buffer][]> => {
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: true, decodeStrings: true })
  const entries: [string, Buffer][] = []
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    entries.push([entry.fileName, Buffer.concat(chunks)])
  }
  return entries
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Paths by RFC 8493, 2.1.3: only CR, LF and the percent sign are encoded. */
const decoded = (path: string) => path.replace(/%(0D|0A|25)/gi, (code) => decodeURIComponent(code))

/** Path → checksum. Digits of either case, blanks or tabs between, lines ended by LF, CR or both. */
const manifest = (bytes: Buffer | undefined, faults: string[], name: string): Map<string, string> => {
  const sums = new Map<string, string>()
  if (!bytes) faults.push(`${name} is missing`)
  const lines = (bytes?.toString('utf8') ?? '').split(/\r\n|\r|\n/).filter((line) => line !== '')
  for (const line of lines) {
    const [, sum, path] = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line) ?? []
    if (!sum || !path) faults.push(`${name}: a line that is none`)
    else if (sums.has(decoded(path))) faults.push(`${name}: ${path} twice`)
    else sums.set(decoded(path), sum.toLowerCase())
  }
  return sums
}

const bare = (entries: readonly [string, Buffer][], faults: string[]): Map<string, Buffer> => {
  const base = entries[0]?.[0].split('/')[0] ?? ''
  const files = new Map<string, Buffer>()
  for (const [name, bytes] of entries) {
    const [first, ...rest] = name.split('/')
    const odd =
      rest.length === 0 || rest.some((part) => ['', '.', '..'].includes(part)) || name.includes('\\')
    if (first !== base || odd) faults.push(`${name} leads elsewhere`)
    if (files.has(rest.join('/'))) faults.push(`${name} twice`)
    files.set(rest.join('/'), bytes)
  }
  return files
}

const checkSums = (files: Map<string, Buffer>, sums: Map<string, string>, faults: string[]) => {
  for (const [path, sum] of sums) {
    const bytes = files.get(path)
    if (!bytes) faults.push(`${path} is missing`)
    else if (sha256(bytes) !== sum) faults.push(`${path} was changed`)
  }
}

const checkOxum = (files: Map<string, Buffer>, faults: string[]) => {
  const payload = [...files].filter(([path]) => path.startsWith('data/'))
  const oxum = `${payload.reduce((sum, [, bytes]) => sum + bytes.length, 0)}.${payload.length}`
  const told = /^Payload-Oxum: (.*)$/m.exec(files.get('bag-info.txt')?.toString('utf8') ?? '')?.[1]
  if (told !== oxum) faults.push(`Payload-Oxum is ${oxum}, not ${told}`)
}

const statements = (files: Map<string, Buffer>) =>
  [...files.keys()].filter((path) => /^chung-thuc\/.*[.]json$/.test(path))

const isSigned = (files: Map<string, Buffer>, path: string, faults: string[]) => {
  try {
    const bytes = files.get(path) ?? Buffer.alloc(0)
    const { kid = '' } = JSON.parse(bytes.toString('utf8')) as { kid?: string }
    const pems = [...files].filter(([name]) => /^khoa\//.test(name) && (!kid || name === `khoa/${kid}.pem`))
    const signature = files.get(path.replace(/json$/, 'der')) ?? Buffer.alloc(0)
    if (pems.some(([, pem]) => verify('sha256', bytes, pem.toString('utf8'), signature))) return
  } catch {}
  faults.push(`the signature of ${path} does not verify`)
}

const certificates = ['chung-thuc/goi.json', 'chung-thuc/trich-luc.json']

const checkCertificate = (files: Map<string, Buffer>, published: string, faults: string[]) => {
  const path = certificates.find((one) => files.has(one)) ?? ''
  try {
    const said = JSON.parse(files.get(path)?.toString('utf8') ?? '') as Record<string, unknown>
    const spki = createPublicKey(files.get(`khoa/${said.kid}.pem`)?.toString('utf8') ?? '')
    if (sha256(spki.export({ format: 'der', type: 'spki' })) !== published)
      faults.push('another key certifies')
    if (said.tagmanifest !== sha256(files.get('tagmanifest-sha256.txt') ?? Buffer.alloc(0)))
      faults.push('the certificate is of another package')
    if (said.files !== files.size) faults.push(`${files.size} files, not ${said.files}`)
  } catch {
    faults.push('no certificate')
  }
  return new Set([path, path.replace(/json$/, 'der')])
}

/** Every fault of a bag; none when it is whole. @param published fingerprint of the house's key, from elsewhere */
export const faultsOf = (entries: readonly [string, Buffer][], published: string): string[] => {
  const faults: string[] = []
  const files = bare(entries, faults)
  if (files.get('bagit.txt')?.toString('utf8') !== 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    faults.push('bagit.txt')
  const payload = manifest(files.get('manifest-sha256.txt'), faults, 'manifest')
  const tags = manifest(files.get('tagmanifest-sha256.txt'), faults, 'tagmanifest')
  checkSums(files, payload, faults)
  checkSums(files, tags, faults)
  checkOxum(files, faults)
  const beside = checkCertificate(files, published, faults)
  for (const path of files.keys())
    if (!payload.has(path) && !tags.has(path) && !beside.has(path) && path !== 'tagmanifest-sha256.txt')
      faults.push(`${path} is in no manifest`)
  for (const path of statements(files)) isSigned(files, path, faults)
  return faults
}
