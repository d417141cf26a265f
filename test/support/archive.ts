// A home with everything minutes need: every app, an object store as S3 enforces it, a signing key, a clock to move.
import { join } from 'node:path'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { renderRecord } from '#functions/documents/render-record.ts'
import { loadImport } from '#functions/imports/entity.ts'
import { printableOf } from '#functions/imports/rules.ts'
import { loadMinutes } from '#functions/minutes/entity.ts'
import { setClock } from '#functions/shared/clock.ts'
import { type Client, startApi, type TestApi } from './api.ts'
import { appOf } from './apps.ts'
import { laterBy } from './clock.ts'
import { agenda, host, otherUnit, unit } from './conference.ts'
import { startStore } from './files.ts'

export { laterBy }

export const startArchiveHome = async () => {
  const home = await startApi(appOf)
  const store = await startStore()
  const { dir } = store
  process.env.SIGNING_KEY_FILE = join(dir, 'attestation.pem')
  process.env.CERTIFYING_KEY_FILE = join(dir, 'certifying.pem')
  await seedUnits()
  const stop = async () => {
    setClock(() => new Date())
    await store.stop()
    await home.stop()
  }
  return { ...home, dir, stop }
}
export type ArchiveHome = Awaited<ReturnType<typeof startArchiveHome>>

/** Those who make, sign and read minutes; chair and secretary get their conference's role when there is one. */
export const archiveCast = async (home: TestApi) => ({
  desk: await home.somebody(['secretariat', `unit:${host}`]),
  secretary: await home.somebody(),
  chair: await home.somebody(),
  operator: await home.somebody(['operator', `unit:${unit}`]),
  other: await home.somebody(['operator', `unit:${otherUnit}`]),
  archivist: await home.somebody(['archivist', '*']),
  stranger: await home.somebody(['operator', 'unit:unt_ca-ha-nam'], ['secretariat', 'unit:unt_ca-ha-nam']),
})
export type ArchiveCast = Awaited<ReturnType<typeof archiveCast>>

/** Does it or says what was answered instead. */
export const sure = async (answer: ReturnType<Client['post']>, status = 200) => {
  const { status: got, body } = await answer
  if (got !== status) throw new Error(`answered ${got}: ${JSON.stringify(body)}`)
  return body
}

/** `during` is done while the conference is in session. */
type Fields = Record<string, unknown> & { unitIds?: string[]; during?: (id: string) => Promise<void> }

/** A conference in session with the two units' points, its chair and secretary named. */
export const inSession = async (
  home: TestApi,
  cast: ArchiveCast,
  { unitIds = [], during, ...fields }: Fields = {},
): Promise<string> => {
  const startsAt = '2022-11-23T07:00:00.000Z'
  const input = { title: ['Hội nghị thử'], hostUnitId: host, venue: 'Hà Nội', startsAt, agenda, ...fields }
  const { id } = await sure(cast.desk.post('/api/conferences', input), 201)
  const at = (verb: string) => `/api/conferences/${id}/${verb}`
  // First of all: drafts look roles up in an index, which lags.
  await home.grant(cast.secretary, 'secretary', `conference:${id}`)
  await home.grant(cast.chair, 'chair', `conference:${id}`)
  await sure(cast.desk.post(at('bridge-points'), { unitIds: [unit, otherUnit] }), 201)
  for (let start = 0; start < unitIds.length; start += 90)
    await sure(cast.desk.post(at('bridge-points'), { unitIds: unitIds.slice(start, start + 90) }), 201)
  await sure(cast.desk.post(at('schedule')))
  await sure(cast.desk.post(at('open'), { confirmed: true }))
  await sure(cast.desk.post(at('start')))
  await during?.(id)
  return id
}

export const closedConference = async (home: TestApi, cast: ArchiveCast, fields: Fields = {}) => {
  const id = await inSession(home, cast, fields)
  await sure(cast.desk.post(`/api/conferences/${id}/close`))
  return id
}

const minutesAt = (id: string, verb: string) => `/api/conferences/${id}/minutes/${verb}`

export const submittedMinutes = async (home: TestApi, cast: ArchiveCast, fields: Fields = {}) => {
  const id = await closedConference(home, cast, fields)
  laterBy(11)
  await sure(cast.desk.post(minutesAt(id, 'draft')))
  const { status, body } = await cast.desk.post(minutesAt(id, 'submit'))
  if (status === 200) return id
  // Drafted of an index that lagged, and told so: drafted anew, as its secretary would.
  if (body.type !== '/problems/minutes-behind') throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
  await sure(cast.desk.post(minutesAt(id, 'draft')))
  await sure(cast.desk.post(minutesAt(id, 'submit')))
  return id
}

export const signedMinutes = async (home: TestApi, cast: ArchiveCast, fields: Fields = {}) => {
  const id = await submittedMinutes(home, cast, fields)
  await sure(cast.secretary.post(minutesAt(id, 'sign')))
  await sure(cast.chair.post(minutesAt(id, 'sign')))
  return id
}

/** Signed, and rendered into the files that a seal waits for: there is no pump here that would see to it. */
export const printedMinutes = async (home: TestApi, cast: ArchiveCast, fields: Fields = {}) => {
  const id = await signedMinutes(home, cast, fields)
  await renderRecord(await loadMinutes(id))
  return id
}

/** @returns the conference and its record's id */
export const sealedMinutes = async (home: TestApi, cast: ArchiveCast, fields: Fields = {}) => {
  const id = await printedMinutes(home, cast, fields)
  const { recordId, digest, n } = await sure(cast.desk.post(minutesAt(id, 'seal')))
  return { id, recordId: recordId as string, digest: digest as string, n: n as number }
}

/** Attests what was entered and renders the files its seal waits for. */
export const printedImport = async (archivist: Client, id: string): Promise<void> => {
  const pending = await refusal(archivist.post(`/api/archive/imports/${id}/seal`, {}))
  const attested = printableOf(await loadImport(id))
  if (!attested) throw new Error(`not attested: ${pending}`)
  await renderRecord(attested)
}

/** @returns the seal of what was entered */
export const sealedImport = async (archivist: Client, id: string) => {
  await printedImport(archivist, id)
  return sure(archivist.post(`/api/archive/imports/${id}/seal`, {}))
}

/** The slug of a refusal. */
export const refusal = async (answer: Promise<{ body: { type?: string } }>): Promise<string> =>
  ((await answer).body.type ?? 'done').replace('/problems/', '')
