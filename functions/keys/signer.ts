// The keys at work: KMS in AWS, a key file on one machine. Both sign P-256 ECDSA over SHA-256, DER, as openssl verifies.
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign, verify } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { sha256 } from '#functions/shared/canonical.ts'
import { required, setting } from '#functions/shared/config.ts'
import { verificationKeyOf } from './entity.ts'
import type { VerificationKey } from './schema.ts'

export type Signer = {
  /** The public half, as it is published and kept for ever. */
  key: VerificationKey
  /** Signs bytes: ECDSA P-256 over their SHA-256, DER. */
  sign(bytes: Buffer): Promise<Buffer>
}

const verificationKey = (spki: Buffer): VerificationKey =>
  verificationKeyOf(createPublicKey({ key: spki, format: 'der', type: 'spki' }))

const inKms = async (keyId: string): Promise<Signer> => {
  const kms = new KMSClient({ region: setting('AWS_REGION') ?? 'ap-southeast-1', maxAttempts: 5 })
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }))
  if (!PublicKey) throw new Error('KMS gave no public key')
  return {
    key: verificationKey(Buffer.from(PublicKey)),
    sign: async (bytes) => {
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: keyId,
          Message: Buffer.from(sha256(bytes), 'hex'),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      )
      if (!Signature) throw new Error('KMS gave no signature')
      return Buffer.from(Signature)
    },
  }
}

/** Made beside its place and linked into it: two processes at first use end with one key, and never with half of one. */
const makeKeyFile = (file: string): void => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

const expectPrivate = (file: string): void => {
  if (process.platform !== 'win32' && statSync(file).mode & 0o077)
    throw new Error(`${file} holds the signing key and may be read by its owner only (chmod 600).`)
}

const inFile = async (file: string): Promise<Signer> => {
  if (!statSync(file, { throwIfNoEntry: false })) makeKeyFile(file)
  expectPrivate(file)
  const privateKey = createPrivateKey(readFileSync(file))
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  if (privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    throw new Error(`${file} holds no P-256 key`)
  return {
    key: verificationKey(spki),
    sign: async (bytes) => sign('sha256', bytes, { key: privateKey, dsaEncoding: 'der' }),
  }
}

/** Nothing leaves here that the published key would not verify. */
const checked = ({ key, sign: make }: Signer): Signer => ({
  key,
  sign: async (bytes) => {
    const signature = await make(bytes)
    if (!verify('sha256', bytes, key.publicKey, signature)) throw new Error('the signature does not verify')
    return signature
  },
})

const signers = new Map<string, Promise<Signer>>()

const remembered = (name: string, make: () => Promise<Signer>): Promise<Signer> => {
  const known = signers.get(name)
  if (known) return known
  const made = make().then(checked)
  signers.set(name, made)
  made.catch(() => signers.delete(name))
  return made
}

type Named = { id: 'SIGNING_KEY_ID' | 'CERTIFYING_KEY_ID'; file: 'SIGNING_KEY_FILE' | 'CERTIFYING_KEY_FILE' }

const signerNamed = ({ id, file }: Named): Promise<Signer> => {
  const keyId = setting(id)
  if (keyId) return remembered(keyId, () => inKms(keyId))
  const path = required(file)
  return remembered(path, () => inFile(path))
}

/** Signs acts of people and entries of the chain: `SIGNING_KEY_ID` (KMS), else `SIGNING_KEY_FILE`. */
export const attestingSigner = (): Promise<Signer> =>
  signerNamed({ id: 'SIGNING_KEY_ID', file: 'SIGNING_KEY_FILE' })

/** Signs what the house itself states, by a key of its own: `CERTIFYING_KEY_ID`, else `CERTIFYING_KEY_FILE`. */
export const certifyingSigner = (): Promise<Signer> =>
  signerNamed({ id: 'CERTIFYING_KEY_ID', file: 'CERTIFYING_KEY_FILE' })
