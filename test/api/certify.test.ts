// The house's own statements: under a key of their own, which openssl verifies as it does people's.
import { verify } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { certify } from '#functions/keys/certify.ts'
import { keyObject, loadVerificationKeys } from '#functions/keys/entity.ts'
import { publishedSigner } from '#functions/keys/published-signer.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { readObject } from '#functions/shared/objects.ts'
import { type ArchiveHome, startArchiveHome } from '#test/support/archive.ts'

let home: ArchiveHome
beforeAll(async () => {
  home = await startArchiveHome()
})
afterAll(() => home.stop())

const said = { act: 'chain.checkpoint', at: '2022-11-23T00:00:00.000Z', digest: sha256('x'), n: 3 } as const
const keyOf = async (kid: string) => (await loadVerificationKeys()).find((key) => key.kid === kid)

it('are signed over canonical bytes, by a key that is not the one of people, published as theirs is', async () => {
  const { kid, signature, statement } = await certify('req_test', said)
  const key = await keyOf(kid)
  expect(statement).toEqual({ ...said, kid })
  const over = canonicalBytes(statement)
  expect(verify('sha256', over, key?.publicKey ?? '', Buffer.from(signature, 'base64'))).toBe(true)
  const people = await publishedSigner('req_test')
  expect(people.key.kid).not.toBe(kid)
  expect((await readObject('archive', keyObject(kid)))?.toString()).toBe(key?.publicKey)
})

it('name the key of their day: after a rotation the next one, the old one staying published', async () => {
  const first = await certify('req_test', said)
  process.env.CERTIFYING_KEY_FILE = join(home.dir, 'certifying-2.pem')
  const second = await certify('req_test', said)
  expect(second.kid).not.toBe(first.kid)
  for (const { kid } of [first, second]) expect((await keyOf(kid))?.kid).toBe(kid)
})
