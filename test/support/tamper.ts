// Reaches behind the object store, where the lock does not reach: what a check must find out.
import { generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalBytes } from '#functions/shared/canonical.ts'

const fileOf = (dir: string, key: string): string => {
  const [file] = globSync(`objects/**/${key}._S3rver_object`, { cwd: dir })
  if (!file) throw new Error(`no object ${key}`)
  return join(dir, file)
}

/** Any object of the archive, to be changed and put right again. */
export const tamperObject = ({ dir }: { dir: string }, key: string) => {
  const file = fileOf(dir, key)
  const untouched = readFileSync(file)
  return {
    bytes: () => readFileSync(file),
    write: (bytes: Buffer) => writeFileSync(file, bytes),
    remove: () => renameSync(file, `${file}.gone`),
    restore: () => {
      if (existsSync(`${file}.gone`)) renameSync(`${file}.gone`, file)
      writeFileSync(file, untouched)
    },
  }
}

type Signed = { attestations: { statement: unknown }[]; keys: { kid: string }[] }

/** The stored record of that digest, to be changed and put right again. */
export const tamper = ({ dir }: { dir: string }, digest: string) => {
  const file = fileOf(dir, `sha256/${digest}`)
  const untouched = readFileSync(file)
  return {
    bytes: () => readFileSync(file),
    chainBytes: (n: number) => readFileSync(fileOf(dir, `chain/${String(n).padStart(8, '0')}`)),
    write: (bytes: Buffer) => writeFileSync(file, bytes),
    remove: () => rmSync(file),
    restore: () => writeFileSync(file, untouched),
    /** The same statements under a forger's key, which the record carries under the real key's id. */
    signedByAnother: (value: Signed) => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const pem = publicKey.export({ format: 'pem', type: 'spki' })
      const signed = (statement: unknown) =>
        sign('sha256', canonicalBytes(statement), privateKey).toString('base64')
      const attestations = value.attestations.map((one) => ({ ...one, signature: signed(one.statement) }))
      return { ...value, attestations, keys: value.keys.map((key) => ({ ...key, publicKey: pem })) }
    },
  }
}
