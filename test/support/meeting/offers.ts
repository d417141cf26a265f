// Offers as the Chime client makes them, put together by hand.

type Wanted = {
  fingerprint?: string
  ufrag?: string
  /** The camera's section. */
  camera?: 'sendrecv' | 'inactive'
  /** Sections to watch pictures in. */
  watching?: number
  stopped?: number[]
}

const videoLines = (mid: number, direction: string, stopped: boolean) => [
  `m=video ${stopped ? 0 : 9} UDP/TLS/RTP/SAVPF 96 98 102`,
  'c=IN IP4 0.0.0.0',
  `a=mid:${mid}`,
  'a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid',
  'a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'a=extmap:5 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  `a=${direction}`,
  'a=rtcp-mux',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:98 VP9/90000',
  'a=fmtp:98 profile-id=0',
  'a=rtpmap:102 H264/90000',
]

export const offerOf = ({ fingerprint, ufrag, camera = 'inactive', watching = 0, stopped = [] }: Wanted) =>
  [
    'v=0',
    'o=- 1 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 63',
    'c=IN IP4 0.0.0.0',
    `a=ice-ufrag:${ufrag ?? 'ghost'}`,
    'a=ice-pwd:ghostghostghostghostghost',
    `a=fingerprint:sha-256 ${fingerprint ?? Array(32).fill('AB').join(':')}`,
    'a=setup:actpass',
    'a=mid:0',
    'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level',
    'a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid',
    'a=sendrecv',
    'a=rtcp-mux',
    'a=rtpmap:111 opus/48000/2',
    'a=fmtp:111 minptime=10;useinbandfec=1',
    'a=rtpmap:63 red/48000/2',
    ...videoLines(1, camera, stopped.includes(1)),
    ...Array.from({ length: watching }, (_, nth) => nth + 2).flatMap((mid) =>
      videoLines(mid, 'recvonly', stopped.includes(mid)),
    ),
    '',
  ].join('\r\n')
