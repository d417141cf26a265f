// The handshake that gives a peer's media keys: werift's DTLS over our socket, its certificate checked against the offer.
import { createHash } from 'node:crypto'
import { DtlsClient, RTCDtlsTransport } from 'werift'
import { masterKeyLength, masterSaltLength, type Opener, openWith, type Sealer, sealWith } from './srtp.ts'

export type Certificate = Awaited<ReturnType<typeof RTCDtlsTransport.SetupCertificate>>

/** Made once: every peer sees the same. */
export const makeCertificate = (): Promise<Certificate> => RTCDtlsTransport.SetupCertificate()

export const fingerprintOf = (certificate: Certificate): string =>
  (certificate.getFingerprints().find(({ algorithm }) => algorithm === 'sha-256')?.value ?? '').toUpperCase()

const fingerprint = (der: Buffer): string =>
  (createHash('sha256').update(der).digest('hex').toUpperCase().match(/../g) ?? []).join(':')

const gcmProfile = 7
const lastFlight = 7

export type Handshake = {
  heard(packet: Buffer): void
  /** The keys; refuses a certificate that is not the offer's. */
  done: Promise<{ sealer: Sealer; opener: Opener }>
  /** Whoever is not there any more is not asked again. */
  giveUp(): void
}

const keysOf = (client: DtlsClient, expected: string) => {
  const certificate = client.remoteCertificate
  if (!certificate || fingerprint(certificate) !== expected)
    throw new Error('The certificate is not the one the offer named.')
  if (client.srtp.srtpProfile !== gcmProfile) throw new Error('No profile of SRTP in common.')
  const keys = client.extractSessionKeys(masterKeyLength, masterSaltLength)
  return {
    sealer: sealWith(keys.localKey, keys.localSalt),
    opener: openWith(keys.remoteKey, keys.remoteSalt),
  }
}

/** Begins as DTLS client, as the answer's `setup:active` says. */
export const beginHandshake = (
  certificate: Certificate,
  expected: string,
  send: (packet: Buffer) => void,
): Handshake => {
  const transport = {
    type: 'chime',
    address: { address: '127.0.0.1', family: 'IPv4', port: 0 },
    closed: false,
    onData: (_packet: Buffer): void => undefined,
    send: async (packet: Buffer) => send(packet),
    close: async () => undefined,
  }
  const client = new DtlsClient({
    transport,
    cert: certificate.certPem,
    key: certificate.privateKey,
    signatureHash: certificate.signatureHash,
    srtpProfiles: [gcmProfile],
    extendedMasterSecret: true,
  })
  const done = new Promise<void>((resolve, reject) => {
    client.onConnect.once(resolve)
    client.onError.once(reject)
    client.connect().catch(reject)
  })
  const heard = (packet: Buffer): void => {
    try {
      transport.onData(packet)
    } catch {
      // No record of DTLS: another one will come.
    }
  }
  const giveUp = (): void => {
    // Each of its flights is repeated until the next has begun.
    client.dtls.flight = lastFlight
  }
  return { heard, done: done.then(() => keysOf(client, expected)), giveUp }
}
