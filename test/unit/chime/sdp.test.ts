// The answer to a client's offer, whatever of it is stopped, watched or sent.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SectionPlan, writeAnswer } from '#infra/local/chime/wire/sdp-answer.ts'
import { cameraCodec, codecNamed, readOffer } from '#infra/local/chime/wire/sdp-offer.ts'
import { offerOf } from '#test/support/meeting/offers.ts'

const ground = { port: 5004, ufrag: 'ours', password: 'password', fingerprint: 'AA:BB' }

const read = (sdp: string) => {
  const offer = readOffer(sdp)
  if (!offer) throw new Error('no offer')
  return offer
}

/** Its sections, each as its lines. */
const sectionsOf = (sdp: string): string[][] =>
  sdp
    .split(/\r\n(?=m=)/)
    .slice(1)
    .map((section) => section.split('\r\n'))

const plans = fc.record({ receives: fc.boolean(), sends: fc.boolean() })

describe('an answer', () => {
  it('has the sections of the offer in its order, one codec each, and promises no more than was offered', () => {
    const wanted = fc.record({
      camera: fc.constantFrom('sendrecv' as const, 'inactive' as const),
      watching: fc.nat(25),
      stopped: fc.uniqueArray(fc.integer({ min: 1, max: 26 })),
    })
    fc.assert(
      fc.property(wanted, fc.array(plans, { minLength: 27, maxLength: 27 }), (asked, planned) => {
        const offer = read(offerOf(asked))
        const byMid = new Map<string, SectionPlan>(
          offer.sections.flatMap(({ mid, codecs: [codec] }, nth) =>
            codec ? [[mid, { codec, receives: false, sends: false, ...planned[nth], ssrc: nth + 1 }]] : [],
          ),
        )
        const sections = sectionsOf(writeAnswer(offer, byMid, ground))
        expect(sections.map((lines) => lines.find((line) => line.startsWith('a=mid:')))).toEqual(
          offer.sections.map(({ mid }) => `a=mid:${mid}`),
        )
        for (const [nth, lines] of sections.entries()) {
          const section = offer.sections[nth]
          expect(lines[0]?.split(' ')).toHaveLength(4)
          expect(lines[0]?.split(' ')[1] === '0').toBe(section?.stopped)
          if (section?.direction === 'recvonly') expect(lines).not.toContain('a=recvonly')
          if (section?.direction === 'recvonly') expect(lines).not.toContain('a=sendrecv')
          if (section?.direction === 'inactive') expect(lines).toContain('a=inactive')
        }
      }),
    )
  })

  it('bundles what is alive, on one address, the server as DTLS client', () => {
    const offer = read(offerOf({ watching: 2, stopped: [2] }))
    const answer = writeAnswer(offer, new Map(), ground)
    expect(answer).toContain('a=group:BUNDLE 0 1 3\r\n')
    expect(answer.match(/a=setup:active/g)).toHaveLength(3)
    expect(answer).toContain('a=candidate:1 1 udp 2130706431 127.0.0.1 5004 typ host')
  })

  it('keeps the extensions that later offers need, and no others', () => {
    const offer = read(offerOf({ watching: 1 }))
    const [audio = [], camera = [], watched = []] = sectionsOf(writeAnswer(offer, new Map(), ground))
    const uris = (lines: string[]) =>
      lines.filter((line) => line.startsWith('a=extmap')).map((line) => line.split('hdrext:')[1])
    expect(uris(audio)).toEqual(['ssrc-audio-level'])
    expect(uris(camera)).toEqual(['sdes:mid', 'sdes:rtp-stream-id'])
    expect(uris(watched)).toEqual([])
  })
})

describe('an offer', () => {
  it('names the codecs as the client prefers them', () => {
    const [, camera] = read(offerOf({ camera: 'sendrecv' })).sections
    if (!camera) throw new Error('no camera')
    expect(cameraCodec(camera)).toMatchObject({ codec: 'VP8', offered: { payloadType: 96 } })
    expect(codecNamed(camera, 'VP9')?.payloadType).toBe(98)
  })

  it('is none without a fingerprint or sections, and no text breaks the reading', () => {
    expect(readOffer('')).toBeUndefined()
    expect(readOffer(offerOf({}).replace(/a=fingerprint.*\r\n/, ''))).toBeUndefined()
    fc.assert(fc.property(fc.string(), (text) => void readOffer(`m=video 9 x\r\na=${text}\r\n${text}`)))
  })
})
