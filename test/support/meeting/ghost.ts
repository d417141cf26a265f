// A client of the media plane without a browser: signaling, ICE, DTLS and SRTP by hand, as many as a test or a bench needs.
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { DtlsServer, RTCDtlsTransport } from 'werift'
import { WebSocket } from 'ws'
import { decodeFrame, encodeFrame, type Frame, FrameType, MediaType } from '#infra/local/chime/wire/frames.ts'
import { writeNack } from '#infra/local/chime/wire/rtcp.ts'
import { type RtpPacket, readRtp, writeHeader } from '#infra/local/chime/wire/rtp.ts'
import { type Opener, openWith, type Sealer, sealWith } from '#infra/local/chime/wire/srtp.ts'
import { bindingRequest } from './binding.ts'
import { offerOf } from './offers.ts'

const lineOf = (sdp: string, pattern: RegExp): string => sdp.match(pattern)?.[1] ?? ''

/** A machine may be busy elsewhere; what is there is found at once. */
export const patienceMs = 20_000

/** @param fingerprint another than its certificate's own */
type Wish = { camera?: boolean; watch?: number[]; muted?: boolean; fingerprint?: string }

export class Ghost {
  readonly frames: Frame[] = []
  /** Set to look into what is received; decrypted only then. */
  onRtp: ((packet: RtpPacket) => void) | undefined
  onFrame: ((frame: Frame) => void) | undefined
  received = 0
  closed: number | undefined
  private readonly socket: WebSocket
  private readonly udp: Socket = createSocket({
    type: 'udp4',
    lookup: (host, _o, found) => found(null, host, 4),
  })
  private port = 0
  private keys: { sealer: Sealer; opener: Opener } | undefined
  private heardDtls: ((packet: Buffer) => void) | undefined

  private constructor(address: string, token: string) {
    this.socket = new WebSocket(address, ['_aws_wt_session', token])
    this.socket.on('message', (message) => {
      const frame = Buffer.isBuffer(message) ? decodeFrame(message) : undefined
      if (frame) this.frames.push(frame)
      if (frame) this.onFrame?.(frame)
    })
    this.socket.on('close', (code) => {
      this.closed = code
    })
    this.udp.on('message', (packet) => this.heard(packet))
  }

  /** Opens the WebSocket and joins. @param address as SignalingUrl names it */
  static async join(address: string, token: string): Promise<Ghost> {
    const ghost = new Ghost(address, token)
    await once(ghost.socket, 'open')
    ghost.knock()
    return ghost
  }

  knock(): void {
    this.send({ type: FrameType.JOIN, join: { protocolVersion: 2 } })
  }

  send(frame: Omit<Frame, 'timestampMs'>): void {
    this.socket.send(encodeFrame(frame))
  }

  /** The first frame of a type, from one on, once there is one. */
  async frame(type: Frame['type'], from = 0): Promise<Frame> {
    for (const end = performance.now() + patienceMs; performance.now() < end; ) {
      const found = this.frames.slice(from).find((frame) => frame.type === type)
      if (found) return found
      await once(this.socket, 'message', { signal: AbortSignal.timeout(patienceMs) })
    }
    throw new Error(`No frame ${type}.`)
  }

  async subscribe({ camera = false, watch = [], muted = false, ...wish }: Wish): Promise<Frame> {
    const certificate = await RTCDtlsTransport.SetupCertificate()
    const own = certificate.getFingerprints().find(({ algorithm }) => algorithm === 'sha-256')?.value
    const from = this.frames.length
    const video = { streamId: 2, groupId: 2, mediaType: MediaType.VIDEO, framerate: 15, maxBitrateKbps: 600 }
    this.send({
      type: FrameType.SUBSCRIBE,
      sub: {
        duplex: camera ? 3 : 1,
        sendStreams: camera ? [video] : [],
        receiveStreamIds: [0, ...watch],
        sdpOffer: offerOf({
          ...(own && { fingerprint: wish.fingerprint ?? own }),
          camera: camera ? 'sendrecv' : 'inactive',
          watching: watch.length,
        }),
        audioMuted: muted,
      },
    })
    return this.frame(FrameType.SUBSCRIBE_ACK, from)
  }

  /** Subscribes, shakes hands and is there. */
  async connect(wish: Wish = {}): Promise<void> {
    const { suback } = await this.subscribe(wish)
    const answer = suback?.sdpAnswer ?? ''
    this.port = Number(lineOf(answer, /^m=audio (\d+)/m))
    const { done } = await this.awaitHandshake()
    const request = bindingRequest(
      `${lineOf(answer, /a=ice-ufrag:(\S+)/)}:ghost`,
      lineOf(answer, /a=ice-pwd:(\S+)/),
    )
    this.udp.send(request, this.port, '127.0.0.1')
    await done
  }

  /** Listens before anything is asked for: what came earlier would come again only half a second later. */
  private async awaitHandshake(): Promise<{ done: Promise<void> }> {
    const certificate = await RTCDtlsTransport.SetupCertificate()
    const transport = {
      type: 'ghost',
      address: { address: '127.0.0.1', family: 'IPv4', port: 0 },
      closed: false,
      onData: (_packet: Buffer): void => undefined,
      send: async (packet: Buffer) => this.udp.send(packet, this.port, '127.0.0.1'),
      close: async () => undefined,
    }
    const server = new DtlsServer({
      transport,
      cert: certificate.certPem,
      key: certificate.privateKey,
      signatureHash: certificate.signatureHash,
      srtpProfiles: [7],
      extendedMasterSecret: true,
      certificateRequest: true,
    })
    this.heardDtls = (packet) => transport.onData(packet)
    const connected = new Promise<void>((resolve) => server.onConnect.once(() => resolve()))
    const done = connected.then(() => {
      const { localKey, localSalt, remoteKey, remoteSalt } = server.extractSessionKeys(16, 12)
      this.keys = { sealer: sealWith(localKey, localSalt), opener: openWith(remoteKey, remoteSalt) }
    })
    return { done }
  }

  private heard(packet: Buffer): void {
    const first = packet[0] ?? 0
    if (first >= 20 && first < 64) this.heardDtls?.(packet)
    if (first < 128 || ((packet[1] ?? 0) >= 192 && (packet[1] ?? 0) < 224)) return
    this.received++
    const open = this.onRtp && this.keys?.opener.rtp(packet)
    if (open) this.onRtp?.(readRtp(open.header, open.payload))
  }

  /** @param level of the sound, in −dBov */
  sendSound(index: number, level: number, payload: Buffer): void {
    const plain = writeHeader(111, false, index & 0xffff, (index * 960) >>> 0, 0x1111)
    plain[0] = 0x90
    const header = Buffer.concat([plain, Buffer.from([0xbe, 0xde, 0, 1, 0x10, level, 0, 0])])
    this.sendParts(header, payload, index)
  }

  sendPicture(index: number, marker: boolean, timestamp: number, payload: Buffer): void {
    this.sendParts(writeHeader(96, marker, index & 0xffff, timestamp >>> 0, 0x2222), payload, index)
  }

  sendParts(header: Buffer, payload: Buffer, index: number): void {
    if (this.keys) this.udp.send(this.keys.sealer.rtp(header, payload, index), this.port, '127.0.0.1')
  }

  /** A datagram as it is. */
  sendRaw(datagram: Buffer): void {
    this.udp.send(datagram, this.port, '127.0.0.1')
  }

  /** A control packet, whatever is in it. */
  sendControl(packet: Buffer): void {
    if (this.keys) this.udp.send(this.keys.sealer.rtcp(packet), this.port, '127.0.0.1')
  }

  /** Says that packets have not come. */
  askAgain(ssrc: number, sequences: number[]): void {
    this.sendControl(writeNack(1, ssrc, sequences))
  }

  /** A message of the WebSocket as it is. */
  say(message: Buffer): void {
    this.socket.send(message)
  }

  leave(): void {
    this.socket.terminate()
    this.udp.close()
  }
}
