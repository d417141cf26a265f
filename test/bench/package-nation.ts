// What a package is made of after a conference of so many points, 50 delegates each: log, signed text, printed files.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { chainRecord } from '#functions/archive/chain-record.ts'
import { headOf } from '#functions/archive/head.rules.ts'
import { MinutesText } from '#functions/archive/schema.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { digestOfContents, digestOfIds } from '#functions/shared/event-digest.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putOnce } from '#functions/shared/objects.ts'

const delegates = 50
const actor = systemActor('bench', 'req_bench')

const delegateOf = (point: number, at: number) => ({
  id: newId('dlg'),
  name: `Thượng tá Nguyễn Văn Sơn ${point}-${at}, Phó Trưởng phòng Công an tỉnh`,
  mark: at % 9 === 0 ? 'absent' : 'present',
})

const pointOf = (conferenceId: string, at: number) => {
  const id = `bpt_ca-xa-${at}`
  const list = Array.from({ length: delegates }, (_, each) => delegateOf(at, each))
  const marks = list.map(({ id: delegateId, mark }) => ({ delegateId, state: mark }))
  const event = recorded(actor, {
    name: 'roll-call.taken',
    scope: conferenceId,
    subject: id,
    point: id,
    data: { marks, headCount: 52 },
  })
  const point = { id, unitId: `unt_ca-xa-${at}`, kind: 'site', delegates: list, events: [event.id] }
  return { point, event, unit: { id: `unt_ca-xa-${at}`, name: `Công an xã ${at}` } }
}

/** @returns items of the log, and what puts the sealed record with its files once the table is there */
export const nationOf = (points: number) => {
  const conferenceId = newId('cnf')
  const made = Array.from({ length: points }, (_, at) => pointOf(conferenceId, at))
  const events = made.map(({ event }) => event)
  const ids = events.map(({ id }) => id)
  const until = new Date(Date.now() + 60_000).toISOString()
  const horizon = { until, count: ids.length, digest: digestOfIds(ids), contents: digestOfContents(events) }
  const id = newId('min')
  const number = { unitId: 'unt_bo-cong-an', year: 2026, number: 1, text: '01/BB-BCA' }
  const startsAt = '2026-11-22T01:00:00.000Z'
  const conference = {
    id: conferenceId,
    title: ['Hội nghị toàn quốc'],
    hostUnitId: 'unt_bo-cong-an',
    startsAt,
  }
  const minutes = {
    ...{ format: 'diemcau-minutes/2', kind: 'conference', id, number, blocks: [], horizon, events: ids },
    ...{ conference: { ...conference, classification: 'public' }, contributions: [] },
    ...{ attendance: made.map(({ point }) => point), units: made.map(({ unit }) => unit) },
  }
  const items = events.map((event) => putEvent(event).Put?.Item ?? {})
  return { items, seal: () => seal(conferenceId, minutes, points * 10_000) }
}

const files = ['bien-ban.pdf', 'bien-ban.docx', 'diem-danh.xlsx', 'phu-luc/01-diem-danh.pdf']

const putFiles = (bytes: number) =>
  Promise.all(
    files.map(async (path) => {
      const content = randomBytes(Math.round(bytes / files.length))
      const digest = sha256(content)
      await putOnce('archive', `sha256/${digest}`, content)
      return { path, title: path, type: 'application/octet-stream', bytes: content.length, sha256: digest }
    }),
  )

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const signedBy = (act: string, digest: string, horizon: object) => {
  const statement = { act, digest, horizon, kid: 'key_bench', name: 'Cán bộ', office: 'Văn phòng' }
  const signature = sign('sha256', canonicalBytes(statement), privateKey).toString('base64')
  return { kid: 'key_bench', signature, statement }
}

const seal = async (conferenceId: string, minutes: { horizon: object }, bytes: number): Promise<string> => {
  const digest = sha256(canonicalBytes(minutes))
  const acts = ['minutes.signed-by-secretary', 'minutes.signed-by-chair']
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString()
  const key = {
    kid: 'key_bench',
    fingerprint: sha256(pem),
    algorithm: 'ECDSA-P256-SHA256-DER',
    publicKey: pem,
  }
  const id = newId('rec')
  const record = canonicalBytes({
    attestations: acts.map((act) => signedBy(act, digest, minutes.horizon)),
    documents: await putFiles(bytes),
    ...{ format: 'diemcau-record/2', id, keys: [key], minutes },
  })
  const text = MinutesText.parse(minutes)
  const frozen = { id, conferenceId, bytes: record, digest: sha256(record), unitIds: [] }
  const head = (entry: Parameters<typeof headOf>[2]) => headOf(text, record.length, entry)
  await chainRecord(actor, { ...frozen, head }, async () => [])
  return id
}
