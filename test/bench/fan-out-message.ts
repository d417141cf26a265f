// What bench `fan-out` sends: somebody was called to speak, told as the live channel tells it.
import { newRequest, untouched } from '#functions/floor/rules.ts'
import { type Told, topicsOf } from '#functions/live/messages.schema.ts'
import { frameOf } from '#infra/local/broker-socket.ts'

const speaker = { position: 'Phó Giám đốc', display: 'Phó Giám đốc Công an tỉnh Ninh Bình' }
const at = '2022-11-23T07:30:00.000Z'

const toldIn = (conferenceId: string): Told => {
  const floor = { ...untouched(conferenceId), open: true, openedAt: at, version: 7 }
  const asked = {
    id: 'flr_01GJ',
    pointId: 'bpt_ca-ninh-binh',
    speaker,
    askedBy: { sub: 'x', name: 'Trực ban' },
  }
  const request = newRequest({ ...asked, floor }, { unitId: 'unt_ca-ninh-binh', speaker, kind: 'speech' })
  return {
    items: [
      { kind: 'floor', id: conferenceId, version: 7, value: floor },
      {
        kind: 'floor-request',
        id: request.id,
        version: 2,
        value: { ...request, receivedAt: at, effectiveAt: at, state: 'speaking', version: 2 },
      },
    ],
  }
}

/** The topic, the message, and the MQTT packet that carries it: what both sides send to each page. */
export const changeOf = (conferenceId: string) => {
  const topic = topicsOf(conferenceId).floor
  const payload = Buffer.from(JSON.stringify(toldIn(conferenceId)))
  return { topic, payload, packet: frameOf(topic, payload) }
}
