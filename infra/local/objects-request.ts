// A request to the object store as the filter sees it, and the errors S3 answers with.
import type { IncomingMessage } from 'node:http'

/** S3 takes 5 GB in one put; nothing the product stores is near this, and the filter holds it in memory. */
const largestBody = 128 * 1024 * 1024

export type Asked = {
  method: string
  /** Raw, as signed. */
  path: string
  bucket: string
  key: string
  query: Record<string, string>
  headers: Record<string, string>
  body: Buffer
}

/** An S3 error, answered as its XML. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestBody)
      throw new Refusal(400, 'EntityTooLarge', 'The upload exceeds what this home stores.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Keys become paths on this machine, so no part of one may lead elsewhere. */
const safeKey = (key: string) =>
  !key.includes('\0') &&
  !key.includes('._S3rver_') &&
  key.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

const decoded = (path: string) => {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new Refusal(400, 'InvalidURI', 'The path is not valid.')
  }
}

/** The copy's source as s3rver reads it: it does not undo an encoded slash. */
const copySource = (headers: Record<string, string>): Record<string, string> => {
  const source = headers['x-amz-copy-source']
  if (source === undefined) return {}
  const plain = decoded(source).replace(/^\//, '')
  if (!safeKey(plain)) throw new Refusal(400, 'InvalidArgument', 'The copy source cannot be stored here.')
  return { 'x-amz-copy-source': encodeURI(plain) }
}

const signing =
  /^x-amz-(algorithm|credential|date|expires|signedheaders|signature|content-sha256|security-token)$/

/** `x-amz-*` values that were signed into the address count as headers. */
const hoisted = (query: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(query)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => name.startsWith('x-amz-') && !signing.test(name)),
  )

/** What is passed on: as asked, but for what the filter has settled itself. */
export const settledHeaders = (asked: Asked): Record<string, string> => {
  const all = { ...asked.headers, ...hoisted(asked.query) }
  const { authorization: _a, 'if-none-match': none, 'if-match': match, ...kept } = all
  const write = asked.method === 'PUT'
  return {
    ...kept,
    ...(none && !write ? { 'if-none-match': none } : {}),
    ...(match && !write ? { 'if-match': match } : {}),
    ...copySource(kept),
  }
}

/** Reads a request whole. @throws Refusal when its path or size cannot be served */
export const readRequest = async (request: IncomingMessage): Promise<Asked> => {
  const [path = '/', search = ''] = (request.url ?? '/').split('?', 2)
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(decoded(path)) ?? []
  if (['.', '..'].includes(bucket) || (key && !safeKey(key)))
    throw new Refusal(400, 'InvalidURI', 'This key cannot be stored here.')
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  )
  return {
    method: request.method ?? 'GET',
    path,
    bucket,
    key,
    query: Object.fromEntries(new URLSearchParams(search)),
    headers,
    body: await bodyOf(request),
  }
}

/** What S3 takes from either place: `x-amz-*` values may be signed into the query instead of a header. */
export const amz = (asked: Asked, name: string): string | undefined =>
  asked.headers[name] ?? Object.entries(asked.query).find(([key]) => key.toLowerCase() === name)?.[1]

const escaped = (text: string) => text.replace(/[<>&]/g, (char) => `&#${char.charCodeAt(0)};`)

export const errorXml = (refusal: Refusal): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${refusal.code}</Code><Message>${escaped(refusal.message)}</Message></Error>`
