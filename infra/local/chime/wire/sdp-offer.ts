// A client's SDP offer, as far as the answer depends on it.

export type Codec = {
  payloadType: number
  /** As rtpmap gives it: `VP8/90000`. */
  name: string
  format?: string
}

export type Section = {
  kind: 'audio' | 'video' | 'application'
  mid: string
  direction: 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive'
  /** Port 0: a stopped transceiver. */
  stopped: boolean
  /** In the client's order of preference. */
  codecs: Codec[]
  extensions: { id: number; uri: string }[]
}

export type Offer = { ufrag: string; fingerprint: string; sections: Section[] }

const firstOf = (lines: string[], name: string): string | undefined =>
  lines.find((line) => line.startsWith(`a=${name}:`))?.slice(name.length + 3)

const allOf = (lines: string[], name: string): string[] =>
  lines.filter((line) => line.startsWith(`a=${name}:`)).map((line) => line.slice(name.length + 3))

const codecsOf = (payloadTypes: string[], lines: string[]): Codec[] => {
  const split = (line: string) =>
    [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const
  const names = new Map(allOf(lines, 'rtpmap').map(split))
  const formats = new Map(allOf(lines, 'fmtp').map(split))
  return payloadTypes.map((payloadType) => {
    const format = formats.get(payloadType)
    return {
      payloadType: Number(payloadType),
      name: names.get(payloadType) ?? '',
      ...(format && { format }),
    }
  })
}

const extensionOf = (line: string) => {
  const [id = '', uri = ''] = line.split(' ')
  return { id: Number.parseInt(id, 10), uri }
}

const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const
const kinds = ['audio', 'video', 'application'] as const

const sectionOf = (lines: string[]): Section => {
  const [kind, port, , ...payloadTypes] = (lines[0] ?? '').slice(2).split(' ')
  return {
    kind: kinds.find((known) => known === kind) ?? 'application',
    mid: firstOf(lines, 'mid') ?? '',
    direction: directions.find((direction) => lines.includes(`a=${direction}`)) ?? 'sendrecv',
    // In a bundle port 0 with bundle-only is alive.
    stopped: port === '0' && !lines.includes('a=bundle-only'),
    codecs: codecsOf(payloadTypes, lines),
    extensions: allOf(lines, 'extmap').map(extensionOf),
  }
}

/** @returns undefined for what no client of ours would send */
export const readOffer = (sdp: string): Offer | undefined => {
  const lines = sdp.split(/\r?\n/).filter((line) => line !== '')
  const starts = lines.flatMap((line, at) => (line.startsWith('m=') ? [at] : []))
  const fingerprint = firstOf(lines, 'fingerprint')?.match(/^sha-256 (.+)$/i)?.[1]
  const ufrag = firstOf(lines, 'ice-ufrag')
  if (!fingerprint || !ufrag || starts.length === 0) return undefined
  return {
    ufrag,
    fingerprint: fingerprint.toUpperCase(),
    sections: starts.map((start, nth) => sectionOf(lines.slice(start, starts[nth + 1]))),
  }
}

const videoNames = { VP8: 'VP8/90000', VP9: 'VP9/90000' } as const

/** The client's own payload type for a codec. */
export const codecNamed = ({ codecs }: Section, codec: 'VP8' | 'VP9'): Codec | undefined =>
  codecs.find(
    ({ name, format }) =>
      name === videoNames[codec] && (codec === 'VP8' || !format || /profile-id=0\b/.test(format)),
  )

/** The camera's codec: what we understand of it first in the client's order. */
export const cameraCodec = (section: Section): { codec: 'VP8' | 'VP9'; offered: Codec } | undefined => {
  for (const offered of section.codecs)
    for (const codec of ['VP8', 'VP9'] as const)
      if (codecNamed(section, codec) === offered) return { codec, offered }
  return undefined
}
