// Which peer a datagram is of: a binding request says it, the address remembers it.
import { fingerprintOf, makeCertificate } from './dtls.ts'
import { Peer, type PeerEvents } from './peer.ts'
import { readBindingRequest } from './stun.ts'
import { type Address, type Loss, openUdp } from './udp.ts'

/** The port alone: all of them are on this machine's 127.0.0.1. */
const keyOf = ({ port }: Address) => port

/** @param fingerprint of the client's certificate, as its offer names it */
export type Peers = {
  port: number
  fingerprint: string
  open(fingerprint: string, events: PeerEvents): Peer
  forget(peer: Peer): void
  close(): Promise<void>
}

export const openPeers = async (options: { random?: () => number; loss?: Loss }): Promise<Peers> => {
  const byUfrag = new Map<string, Peer>()
  const byAddress = new Map<number, Peer>()
  const certificate = await makeCertificate()
  const udp = await openUdp(
    {
      stun: (packet, from) => {
        const request = readBindingRequest(packet)
        const peer = request && byUfrag.get(request.ufrag)
        if (request && peer?.heardStun(request, from)) byAddress.set(keyOf(from), peer)
      },
      dtls: (packet, from) => byAddress.get(keyOf(from))?.heardDtls(packet),
      media: (packet, from) => byAddress.get(keyOf(from))?.heardMedia(packet),
    },
    options,
  )
  return {
    port: udp.address.port,
    fingerprint: fingerprintOf(certificate),
    open: (fingerprint, events) => {
      const peer = new Peer({ udp, certificate, fingerprint }, events)
      byUfrag.set(peer.ufrag, peer)
      return peer
    },
    forget: (peer) => {
      peer.close()
      byUfrag.delete(peer.ufrag)
      for (const [key, known] of byAddress) if (known === peer) byAddress.delete(key)
    },
    close: () => udp.close(),
  }
}
