// The server's SDP answer: the client's sections in its order, one codec each, one address for all.
import type { Codec, Offer, Section } from './sdp-offer.ts'

/** What becomes of one section; undefined refuses it for now, kept as inactive. */
export type SectionPlan = {
  codec: Codec
  /** What the server does. */
  receives: boolean
  sends: boolean
  /** What we send there. */
  ssrc?: number
}

export type Ground = { port: number; ufrag: string; password: string; fingerprint: string }

export const audioLevel = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level'
const cameraExtensions = [
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
]

const wanted = ({ kind, direction }: Section): string[] => {
  if (kind === 'audio') return [audioLevel]
  return direction === 'recvonly' ? [] : cameraExtensions
}

/** The label by which the client's tile finds whose picture it is. */
export const labelOf = ({ kind, mid }: Section): string => `${kind === 'audio' ? 'a' : 'v'}_${mid}`

/** Never more than was offered: a client refuses the whole answer for it. */
const directionOf = ({ direction }: Section, plan: SectionPlan | undefined): string => {
  const receives = plan?.receives && (direction === 'sendrecv' || direction === 'sendonly')
  const sends = plan?.sends && (direction === 'sendrecv' || direction === 'recvonly')
  if (receives) return sends ? 'sendrecv' : 'recvonly'
  return sends ? 'sendonly' : 'inactive'
}

const feedback = ['goog-remb', 'ccm fir', 'nack', 'nack pli']

const codecLines = ({ kind }: Section, { payloadType, name, format }: Codec): string[] => [
  `a=rtpmap:${payloadType} ${name}`,
  ...(format ? [`a=fmtp:${payloadType} ${format}`] : []),
  ...(kind === 'video' ? feedback.map((one) => `a=rtcp-fb:${payloadType} ${one}`) : []),
]

const sourceLines = (section: Section, ssrc: number | undefined): string[] => {
  if (ssrc === undefined) return []
  const label = labelOf(section)
  return [
    `a=msid:${label} ${label}`,
    `a=ssrc:${ssrc} cname:${label}`,
    `a=ssrc:${ssrc} msid:${label} ${label}`,
  ]
}

const groundLines = (ground: Ground): string[] => [
  'c=IN IP4 127.0.0.1',
  `a=candidate:1 1 udp 2130706431 127.0.0.1 ${ground.port} typ host`,
  'a=end-of-candidates',
  `a=ice-ufrag:${ground.ufrag}`,
  `a=ice-pwd:${ground.password}`,
  `a=fingerprint:sha-256 ${ground.fingerprint}`,
  'a=setup:active',
]

const stoppedLines = ({ kind, mid, codecs }: Section): string[] => [
  `m=${kind} 0 UDP/TLS/RTP/SAVPF ${codecs[0]?.payloadType ?? 0}`,
  'c=IN IP4 0.0.0.0',
  'a=inactive',
  ...(mid ? [`a=mid:${mid}`] : []),
]

const sectionLines = (section: Section, plan: SectionPlan | undefined, ground: Ground): string[] => {
  const codec = plan?.codec ?? section.codecs[0]
  if (section.stopped || !codec) return stoppedLines(section)
  return [
    `m=${section.kind} ${ground.port} UDP/TLS/RTP/SAVPF ${codec.payloadType}`,
    ...groundLines(ground),
    `a=mid:${section.mid}`,
    ...section.extensions
      .filter(({ uri }) => wanted(section).includes(uri))
      .map(({ id, uri }) => `a=extmap:${id} ${uri}`),
    `a=${directionOf(section, plan)}`,
    'a=rtcp-mux',
    'a=rtcp-rsize',
    ...codecLines(section, codec),
    ...sourceLines(section, plan?.ssrc),
  ]
}

/** @param plans by mid */
export const writeAnswer = (offer: Offer, plans: Map<string, SectionPlan>, ground: Ground): string => {
  const alive = offer.sections.filter(({ stopped, codecs }) => !stopped && codecs.length > 0)
  const lines = [
    'v=0',
    'o=- 1 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${alive.map(({ mid }) => mid).join(' ')}`,
    'a=ice-lite',
    'a=msid-semantic: WMS *',
    ...offer.sections.flatMap((section) => sectionLines(section, plans.get(section.mid), ground)),
  ]
  return `${lines.join('\r\n')}\r\n`
}
