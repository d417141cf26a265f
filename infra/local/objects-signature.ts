// Checks Signature V4 as S3 does, header or presigned, by signing again with the SDK's own signer.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import { type Asked, Refusal } from '#infra/local/objects-request.ts'

/** The one key pair of the local store, s3rver's own. */
export const localCredentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** S3 refuses a request whose clock is further off than this. */
const skewMs = 15 * 60_000

export class Sha256 {
  readonly #hash
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytes(secret))
  }
  update(chunk: string | ArrayBuffer | ArrayBufferView) {
    this.#hash.update(bytes(chunk))
  }
  async digest() {
    return new Uint8Array(this.#hash.digest())
  }
  reset() {}
}

const bytes = (value: string | ArrayBuffer | ArrayBufferView) => {
  if (typeof value === 'string') return Buffer.from(value)
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
}

type Claimed = { credential: string; signedHeaders: string; signature: string; date: string }

const denied = (message: string) => new Refusal(403, 'AccessDenied', message)
const mismatch = () =>
  new Refusal(403, 'SignatureDoesNotMatch', 'The request was not signed so, or was changed after signing.')

const dateOf = (text: string) => {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) throw denied('The date of the signature cannot be read.')
  return date
}

const signerFor = ({ credential, date }: Claimed) => {
  const [keyId, day, region, service, end] = credential.split('/')
  if (keyId !== localCredentials.accessKeyId)
    throw new Refusal(403, 'InvalidAccessKeyId', 'The access key does not exist here.')
  if (!region || service !== 's3' || end !== 'aws4_request' || day !== date.slice(0, 8)) throw mismatch()
  return new SignatureV4({
    credentials: localCredentials,
    region,
    service,
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  })
}

/** Only what was signed; S3 refuses `x-amz-*` headers that were not. */
const signedPart = (asked: Asked, list: string) => {
  const names = new Set(list.split(';'))
  const loose = Object.keys(asked.headers).find((name) => name.startsWith('x-amz-') && !names.has(name))
  if (loose || !names.has('host'))
    throw denied(`There were headers present which were not signed: ${loose ?? 'host'}`)
  const headers: Record<string, string> = {}
  for (const name of names) headers[name] = asked.headers[name] ?? ''
  return { names, headers }
}

const requestOf = (asked: Asked, headers: Record<string, string>, query: Record<string, string>) => ({
  method: asked.method,
  protocol: 'http:',
  hostname: asked.headers.host ?? '',
  path: asked.path,
  query,
  headers,
})

const same = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const fromQuery = ({ query }: Asked): Claimed => ({
  credential: query['X-Amz-Credential'] ?? '',
  signedHeaders: query['X-Amz-SignedHeaders'] ?? '',
  signature: query['X-Amz-Signature'] ?? '',
  date: query['X-Amz-Date'] ?? '',
})

const verifyPresigned = async (asked: Asked, now: Date) => {
  const claimed = fromQuery(asked)
  const signingDate = dateOf(claimed.date)
  const expiresIn = Number(asked.query['X-Amz-Expires'])
  if (!(expiresIn > 0 && expiresIn <= 604_800)) throw denied('X-Amz-Expires is out of range.')
  const { names, headers } = signedPart(asked, claimed.signedHeaders)
  const query = Object.fromEntries(
    Object.entries(asked.query).filter(
      ([name]) =>
        !/^X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Content-Sha256)$/.test(name),
    ),
  )
  const again = await signerFor(claimed).presign(
    requestOf(asked, { ...headers, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' }, query),
    { signingDate, expiresIn, unhoistableHeaders: names, signableHeaders: names },
  )
  if (!same(String(again.query?.['X-Amz-Signature']), claimed.signature)) throw mismatch()
  if (signingDate.getTime() - now.getTime() > skewMs) throw denied('Request is not valid yet')
  if (signingDate.getTime() + expiresIn * 1000 <= now.getTime()) throw denied('Request has expired')
}

const fromHeader = (asked: Asked): Claimed => {
  const [, credential, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      asked.headers.authorization ?? '',
    ) ?? []
  if (!credential || !signedHeaders || !signature) throw denied('The request is not signed.')
  return { credential, signedHeaders, signature, date: asked.headers['x-amz-date'] ?? '' }
}

const verifyHeader = async (asked: Asked) => {
  const claimed = fromHeader(asked)
  const signingDate = dateOf(claimed.date)
  const { names, headers } = signedPart(asked, claimed.signedHeaders)
  const again = await signerFor(claimed).sign(requestOf(asked, headers, asked.query), {
    signingDate,
    signableHeaders: names,
  })
  const signature = /Signature=(\w+)$/.exec(again.headers.authorization ?? '')?.[1] ?? ''
  if (!same(signature, claimed.signature)) throw mismatch()
  // The SDK signs with this machine's clock, which the house clock does not move.
  if (Math.abs(Date.now() - signingDate.getTime()) > skewMs)
    throw new Refusal(403, 'RequestTimeTooSkewed', 'The difference between the clocks is too large.')
  const digest = asked.headers['x-amz-content-sha256'] ?? ''
  if (digest.startsWith('STREAMING-'))
    throw new Refusal(501, 'NotImplemented', 'Set requestChecksumCalculation to WHEN_REQUIRED.')
  if (digest !== 'UNSIGNED-PAYLOAD' && digest !== createHash('sha256').update(asked.body).digest('hex'))
    throw new Refusal(400, 'XAmzContentSHA256Mismatch', 'The body is not the one that was signed.')
}

/**
 * Lets a request pass whose signature covers what it carries.
 * @param now the house clock, by which presigned addresses expire
 * @throws Refusal otherwise
 */
export const verifySignature = (asked: Asked, now: Date): Promise<void> =>
  'X-Amz-Algorithm' in asked.query ? verifyPresigned(asked, now) : verifyHeader(asked)
