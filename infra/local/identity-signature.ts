// Only whoever holds this machine's key may administer the pool: Signature V4, checked by signing again.
import { createHash, timingSafeEqual } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import { localCredentials, Sha256 } from '#infra/local/objects-signature.ts'

/** AWS refuses a request whose clock is further off than this; the SDK signs with the machine's clock. */
const skewMs = 15 * 60_000

type Asked = { path: string; headers: Record<string, string>; body: string }

const claimedIn = (authorization: string) =>
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/cognito-idp\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    authorization,
  )

const dateOf = (text = '') => {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  return Number.isNaN(Date.parse(iso)) ? undefined : new Date(iso)
}

/** What is wrong with the signature, by the name AWS gives it; undefined when it is good. */
export const signatureFault = async (asked: Asked): Promise<string | undefined> => {
  const [, key, , region = '', list = '', told = ''] = claimedIn(asked.headers.authorization ?? '') ?? []
  const signingDate = dateOf(asked.headers['x-amz-date'])
  if (!key || !signingDate) return 'MissingAuthenticationTokenException'
  if (key !== localCredentials.accessKeyId) return 'UnrecognizedClientException'
  const names = new Set(list.split(';'))
  if (!['host', 'x-amz-target'].every((name) => names.has(name))) return 'InvalidSignatureException'
  const signer = new SignatureV4({
    credentials: localCredentials,
    region,
    service: 'cognito-idp',
    sha256: Sha256,
  })
  const request = {
    method: 'POST',
    protocol: 'http:',
    hostname: asked.headers.host ?? '',
    path: asked.path,
    query: {},
    headers: {
      ...Object.fromEntries([...names].map((name) => [name, asked.headers[name] ?? ''])),
      // The signer hashes what it is told the body is.
      'x-amz-content-sha256': createHash('sha256').update(asked.body).digest('hex'),
    },
    body: asked.body,
  }
  const again = await signer.sign(request, { signingDate, signableHeaders: names })
  const right = /Signature=(\w+)$/.exec(again.headers.authorization ?? '')?.[1] ?? ''
  const equal = right.length === told.length && timingSafeEqual(Buffer.from(right), Buffer.from(told))
  return equal && Math.abs(Date.now() - signingDate.getTime()) <= skewMs
    ? undefined
    : 'InvalidSignatureException'
}
