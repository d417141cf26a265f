// A home with everything minutes need: the three apps, an object store as S3 enforces it, a signing key, a clock to move.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { api } from '#functions/api.ts'
import { archiving } from '#functions/archive/archive-app.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { signing } from '#functions/minutes/sign-app.ts'
import { now, setClock } from '#functions/shared/clock.ts'
import { startObjects } from '#infra/local/objects.ts'
import { type Client, startApi, type TestApi } from './api.ts'
import { agenda, host, otherUnit, unit } from './conference.ts'

const appOf = (path: string) => {
  if (path.startsWith('/api/archive')) return archiving
  return /\/minutes\/(sign|seal)$/.test(path) ? signing : api
}

/** Moves the house's clock by so many minutes. */
export const laterBy = (minutes: number): void => {
  const offset = now().getTime() - Date.now() + minutes * 60_000
  setClock(() => new Date(Date.now() + offset))
}

const archiveBucket = 'archive'

export const startArchiveHome = async () => {
  const home = await startApi(appOf)
  const dir = mkdtempSync(join(tmpdir(), 'diemcau-archive-'))
  const buckets = [{ name: archiveBucket, locked: true }]
  const objects = await startObjects({ dir: join(dir, 'objects'), port: 0, buckets, origins: [], now })
  Object.assign(process.env, {
    S3_ENDPOINT: objects.endpoint,
    ARCHIVE_BUCKET: archiveBucket,
    SIGNING_KEY_FILE: join(dir, 'attestation.pem'),
  })
  await seedUnits()
  const stop = async () => {
    setClock(() => new Date())
    await objects.stop()
    rmSync(dir, { recursive: true, force: true })
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

type Fields = Record<string, unknown> & { unitIds?: string[] }

/** A conference in session with the two units' points, its chair and secretary named. */
export const inSession = async (
  home: TestApi,
  cast: ArchiveCast,
  { unitIds = [], ...fields }: Fields = {},
): Promise<string> => {
  const startsAt = '2022-11-23T07:00:00.000Z'
  const input = { title: ['Hội nghị thử'], hostUnitId: host, venue: 'Hà Nội', startsAt, agenda, ...fields }
  const { id } = await sure(cast.desk.post('/api/conferences', input), 201)
  const at = (verb: string) => `/api/conferences/${id}/${verb}`
  await sure(cast.desk.post(at('bridge-points'), { unitIds: [unit, otherUnit, ...unitIds] }), 201)
  await home.grant(cast.secretary, 'secretary', `conference:${id}`)
  await home.grant(cast.chair, 'chair', `conference:${id}`)
  await sure(cast.desk.post(at('schedule')))
  await sure(cast.desk.post(at('open'), { confirmed: true }))
  await sure(cast.desk.post(at('start')))
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
  await sure(cast.desk.post(minutesAt(id, 'submit')))
  return id
}

export const signedMinutes = async (home: TestApi, cast: ArchiveCast, fields: Fields = {}) => {
  const id = await submittedMinutes(home, cast, fields)
  await sure(cast.secretary.post(minutesAt(id, 'sign')))
  await sure(cast.chair.post(minutesAt(id, 'sign')))
  return id
}

/** @returns the conference and its record's id */
export const sealedMinutes = async (home: TestApi, cast: ArchiveCast, fields: Fields = {}) => {
  const id = await signedMinutes(home, cast, fields)
  const { recordId, digest, n } = await sure(cast.desk.post(minutesAt(id, 'seal')))
  return { id, recordId: recordId as string, digest: digest as string, n: n as number }
}

/** The slug of a refusal. */
export const refusal = async (answer: Promise<{ body: { type?: string } }>): Promise<string> =>
  ((await answer).body.type ?? 'done').replace('/problems/', '')
