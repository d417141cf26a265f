// One client's transport: found by its ICE name, keyed by DTLS, then media both ways.
import { randomBytes } from 'node:crypto'
import { beginHandshake, type Certificate, type Handshake } from './dtls.ts'
import { type Feedback, readRtcp } from './rtcp.ts'
import { type RtpPacket, readRtp } from './rtp.ts'
import type { Opener, Sealer } from './srtp.ts'
import { type BindingRequest, isSigned, writeBindingAnswer } from './stun.ts'
import type { Address, Udp } from './udp.ts'

export type PeerEvents = {
  connected(): void
  failed(): void
  rtp(packet: RtpPacket): void
  rtcp(feedback: Feedback): void
}

const isRtcp = (packet: Buffer) => {
  const second = packet[1] ?? 0
  return second >= 192 && second < 224
}

export class Peer {
  readonly ufrag = randomBytes(6).toString('hex')
  readonly password = randomBytes(18).toString('base64url')
  address: Address | undefined
  connected = false
  private handshake: Handshake | undefined
  private sealer: Sealer | undefined
  private opener: Opener | undefined
  private readonly ground: { udp: Udp; certificate: Certificate; fingerprint: string }
  private readonly events: PeerEvents

  /** @param ground our socket and certificate, and the fingerprint the client's offer named */
  constructor(ground: { udp: Udp; certificate: Certificate; fingerprint: string }, events: PeerEvents) {
    this.ground = ground
    this.events = events
  }

  /** @returns whether the address is now this peer's */
  heardStun(request: BindingRequest, from: Address): boolean {
    if (!isSigned(request, this.password)) return false
    this.ground.udp.send(writeBindingAnswer(request, this.password, from), from)
    if (!request.nominates) return false
    this.address = from
    if (!this.handshake) this.begin()
    return true
  }

  heardDtls(packet: Buffer): void {
    this.handshake?.heard(packet)
  }

  heardMedia(packet: Buffer): void {
    if (!this.opener) return
    if (isRtcp(packet)) {
      const plain = this.opener.rtcp(packet)
      if (plain) for (const feedback of readRtcp(plain)) this.events.rtcp(feedback)
      return
    }
    const open = this.opener.rtp(packet)
    if (open) this.events.rtp(readRtp(open.header, open.payload))
  }

  /** @param index the sequence number that never begins anew */
  sendRtp(header: Buffer, payload: Buffer, index: number): void {
    if (this.sealer && this.address)
      this.ground.udp.sendMedia(this.sealer.rtp(header, payload, index), this.address)
  }

  sendRtcp(...packets: Buffer[]): void {
    const [first = Buffer.alloc(0)] = packets
    if (this.sealer && this.address)
      this.ground.udp.sendMedia(
        this.sealer.rtcp(packets.length > 1 ? Buffer.concat(packets) : first),
        this.address,
      )
  }

  private begin(): void {
    const { udp, certificate, fingerprint } = this.ground
    this.handshake = beginHandshake(certificate, fingerprint, (packet) => {
      if (this.address) udp.send(packet, this.address)
    })
    this.handshake.done
      .then(({ sealer, opener }) => {
        this.sealer = sealer
        this.opener = opener
        this.connected = true
        this.events.connected()
      })
      // What fails for one must not end the others' meeting.
      .catch(() => this.events.failed())
  }

  /** Nothing is sent any more. */
  close(): void {
    this.address = undefined
    this.handshake?.giveUp()
  }
}
