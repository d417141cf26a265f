// The key file: made once, private, P-256, DER; refused when others can read it.
import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync, verify } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attestingSigner } from '#functions/keys/signer.ts'

const dir = mkdtempSync(join(tmpdir(), 'diemcau-signer-'))
const before = process.env.SIGNING_KEY_FILE
const use = (name: string) => {
  process.env.SIGNING_KEY_FILE = join(dir, name)
  return process.env.SIGNING_KEY_FILE
}
const bytes = Buffer.from('{"act":"minutes.signed-by-secretary"}')

beforeAll(() => {
  delete process.env.SIGNING_KEY_ID
})
afterAll(() => {
  rmSync(dir, { recursive: true, force: true })
  if (before === undefined) delete process.env.SIGNING_KEY_FILE
  else process.env.SIGNING_KEY_FILE = before
})

it('is made at first use, for its owner only, and signs so that node:crypto verifies', async () => {
  const file = use('first.pem')
  const { key, sign } = await attestingSigner()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const signature = await sign(bytes)
  expect(verify('sha256', bytes, key.publicKey, signature)).toBe(true)
  expect(verify('sha256', Buffer.from('other'), key.publicKey, signature)).toBe(false)
  const spki = Buffer.from(key.publicKey.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  expect(key.fingerprint).toBe(createHash('sha256').update(spki).digest('hex'))
  expect(key.kid).toBe(`key_${key.fingerprint.slice(0, 32)}`)
})

const openssl = 'openssl'

it.runIf(spawnSync(openssl, ['version']).status === 0)('signs so that openssl verifies', async () => {
  use('first.pem')
  const { key, sign } = await attestingSigner()
  writeFileSync(join(dir, 'pub.pem'), key.publicKey)
  writeFileSync(join(dir, 'sig.der'), await sign(bytes))
  writeFileSync(join(dir, 'bytes'), bytes)
  const args = ['dgst', '-sha256', '-verify', 'pub.pem', '-signature', 'sig.der', 'bytes']
  expect(spawnSync(openssl, args, { cwd: dir, encoding: 'utf8' }).stdout).toBe('Verified OK\n')
})

it('refuses a file that others may read, and a key of another curve', async () => {
  const open = use('open.pem')
  const pem = (namedCurve: string) =>
    generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'pem', type: 'pkcs8' })
  writeFileSync(open, pem('P-256'))
  chmodSync(open, 0o644)
  await expect(attestingSigner()).rejects.toThrow('chmod 600')
  writeFileSync(use('curve.pem'), pem('P-384'), { mode: 0o600 })
  await expect(attestingSigner()).rejects.toThrow('P-256')
})
