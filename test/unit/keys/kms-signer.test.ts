// The KMS signer: a digest goes in, DER comes out, and an answer that does not verify goes no further.
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attestingSigner } from '#functions/keys/signer.ts'

const bytes = Buffer.from('{"n":1}')
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const asked: Record<string, unknown>[] = []
let answer = bytes

/** Speaks as much of KMS as signing needs; signs what the test means, so that it can also sign the wrong thing. */
const kms = createServer(async (request, response) => {
  const body = JSON.parse(Buffer.concat(await request.toArray()).toString('utf8'))
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const isSign = request.headers['x-amz-target'] === 'TrentService.Sign'
  if (isSign) asked.push(body)
  const Signature = sign('sha256', answer, privateKey).toString('base64')
  response.setHeader('Content-Type', 'application/x-amz-json-1.1')
  response.end(JSON.stringify(isSign ? { Signature } : { PublicKey: spki }))
})

const settings = [
  'AWS_ENDPOINT_URL_KMS',
  'SIGNING_KEY_ID',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
] as const
const before = settings.map((name) => [name, process.env[name]] as const)

beforeAll(async () => {
  await new Promise<void>((resolve) => kms.listen(0, '127.0.0.1', resolve))
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_KMS: `http://127.0.0.1:${(kms.address() as AddressInfo).port}`,
    SIGNING_KEY_ID: 'arn:aws:kms:ap-southeast-1:111122223333:key/test',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  })
})
afterAll(() => {
  kms.close()
  for (const [name, value] of before)
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
})

it('asks for a signature over the digest and gives what the published key verifies', async () => {
  const signer = await attestingSigner()
  expect(verify('sha256', bytes, signer.key.publicKey, await signer.sign(bytes))).toBe(true)
  expect(asked).toEqual([
    {
      KeyId: process.env.SIGNING_KEY_ID,
      Message: createHash('sha256').update(bytes).digest('base64'),
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ECDSA_SHA_256',
    },
  ])
})

it('gives nothing that the published key does not verify', async () => {
  answer = Buffer.from('something else')
  const signer = await attestingSigner()
  await expect(signer.sign(bytes)).rejects.toThrow('does not verify')
})
