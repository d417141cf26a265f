// The keys that attest and certify on one machine: P-256, in the data folder, for its owner only. In AWS they are KMS's.
import { generateKeyPairSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeOwnFile } from './own-file.ts'

/** Makes the key file if there is none: records sealed with it must verify after a restart. */
export const ensureSigningKey = (file: string): string => {
  if (existsSync(file)) return file
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  writeOwnFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return file
}
