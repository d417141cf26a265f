// kill -9 of a whole home within seals: whoever goes on completes them; no entry twice, no fork, nothing left over.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type SealStep, sealSteps } from '#functions/archive/chain-record.ts'
import { accounts } from '#infra/local/accounts.data.ts'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import { chairPerson, host } from '#infra/local/afternoon/facts.data.ts'
import { takePackage } from '#infra/local/afternoon/package.ts'
import { archivistPerson, secretaryPerson } from '#infra/local/afternoon/staff.data.ts'
import { enginesOn, eventually, launchProgram } from '#test/support/home-process.ts'
import { faultsOf, unzipped } from '#test/support/read-bag.ts'
import { archiveOnDisk } from './archive-on-disk.ts'

const program = fileURLToPath(new URL('./seal-child.ts', import.meta.url))

let dir: string
let home: ReturnType<typeof launchProgram> | undefined
let starts = 0

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'diemcau-seal-'))
})
afterEach(async () => {
  await home?.kill('SIGKILL')
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const base = Date.parse('2022-11-23T07:00:00.000Z')
const minute = 60_000

/** Time goes on from one start to the next. @param doomed whose seal ends this home, right after `step` */
const started = async (doomed = '', step = '', later = 0): Promise<string> => {
  const clock = new Date(base + later + starts++ * 10 * minute).toISOString()
  home = launchProgram(dir, [program, dir, clock, doomed, step])
  return (await home.ready()).origin
}

const stopped = async () => {
  expect(await home?.kill('SIGINT')).toBe(0)
}

const setClock = async (origin: string, later: number) => {
  const body = JSON.stringify({ now: new Date(base + later).toISOString() })
  expect((await fetch(`${origin}/local/clock`, { method: 'PUT', body })).status).toBe(200)
}

type Item = { id: string }
type Sealed = { recordId: string; digest: string; n: number }

/** Who seals, and who signs. @returns the persons of the two who sign */
const enterPeople = async (administrator: Desk) => {
  const people = [
    ['thuky', secretaryPerson, 'secretariat', `unit:${host}`],
    ['luutru', archivistPerson, 'archivist', '*'],
    ['chutri', chairPerson, undefined, ''],
  ] as const
  const persons: Record<string, string> = {}
  for (const [username, identity, role, scope] of people) {
    const { id } = await administrator.post<Item>('/persons', identity)
    const sub = accounts.find((account) => account.username === username)?.sub
    await administrator.post(`/persons/${id}/account`, { sub })
    if (role) await administrator.post('/grants', { personId: id, role, scope })
    persons[username] = id
  }
  return { secretary: persons.thuky, chair: persons.chutri }
}

/** A conference from its draft to the second signature, eleven minutes after its close. */
const signedConference = async (origin: string): Promise<string> => {
  const administrator = await takeSeat(origin, 'quantri')
  const persons = await enterPeople(administrator)
  const desk = await takeSeat(origin, 'thuky')
  const { id } = await desk.post<Item>('/conferences', {
    title: ['Giao ban công tác tháng 11'],
    hostUnitId: host,
    venue: 'Hà Nội',
    startsAt: new Date(base).toISOString(),
    agenda: [],
    chairs: [persons.chair],
    secretary: persons.secretary,
  })
  for (const [role, personId] of Object.entries(persons))
    await administrator.post('/grants', { personId, role, scope: `conference:${id}` })
  const at = `/conferences/${id}`
  await desk.post(`${at}/bridge-points`, { unitIds: ['unt_ca-ninh-binh', 'unt_ca-thanh-hoa'] })
  for (const verb of ['schedule', 'open', 'start', 'close']) await desk.post(`${at}/${verb}`)
  await setClock(origin, 11 * minute)
  for (const verb of ['draft', 'submit', 'sign']) await desk.post(`${at}/minutes/${verb}`)
  await (await takeSeat(origin, 'chutri')).post(`${at}/minutes/sign`)
  return id
}

const importOf = (day: number) => ({
  title: [`Tổng kết phong trào, đợt ${day}`],
  hostUnitId: 'unt_ubnd-hai-duong',
  heldOn: { precision: 'day', value: `2017-03-0${day}` },
  sources: [{ key: 'bao', title: 'Bài tường thuật' }],
})

const importPath = (id: string) => `/archive/imports/${id}/seal`

/**
 * Every step is one that a home dies after; a seal of two is broken off there anew by the home that goes on with it. Seals of
 * past conferences go the same way as those of minutes, and cost less to bring about.
 */
const deaths: [string, ...SealStep[]][] = [
  ['import', 'frozen', 'stored'],
  ['conference', 'appended', 'indexed'],
  ['import', 'attested', 'published'],
  ['import', 'appended'],
]

type Doomed = { id: string; path: string; who: 'luutru' | 'thuky'; steps: SealStep[] }

const prepared = async (): Promise<Doomed[]> => {
  const origin = await started()
  const conference = await signedConference(origin)
  const archivist = await takeSeat(origin, 'luutru')
  const doomed: Doomed[] = []
  for (const [kind, ...steps] of deaths) {
    if (kind === 'conference') {
      doomed.push({ id: conference, path: `/conferences/${conference}/minutes/seal`, who: 'thuky', steps })
      continue
    }
    const { id } = await archivist.post<Item>('/archive/imports', importOf(doomed.length + 1))
    doomed.push({ id, path: importPath(id), who: 'luutru', steps })
    await expect(archivist.post(importPath(id))).rejects.toThrow('409') // attested; its files are being printed
  }
  await stopped()
  return doomed
}

/** Dies within the seal, right after `step`. @param before is asked for first, in the same home */
const killedAfter = async (step: SealStep, { id, path, who }: Doomed, before?: Doomed) => {
  const origin = await started(id, step)
  if (before) await (await takeSeat(origin, before.who)).postWhenReady(before.path)
  const seal = (await takeSeat(origin, who)).postWhenReady(path)
  await expect(seal).rejects.toThrow(TypeError)
  expect(await home?.exited).toBeNull()
  await eventually('the engine ends with its home', () => enginesOn(dir).length === 0)
}

const day = 24 * 60 * minute

type Verification = { verified: boolean; checks: { ok: boolean }[] }

const failing = async (archivist: Desk, record: string) =>
  (await archivist.get<Verification>(`/archive/${record}/verify`)).checks.filter(({ ok }) => !ok)

/** Everybody asks once more, and is told the same as often as they ask. */
const sealedAll = async (origin: string, doomed: readonly Doomed[]) => {
  const seals: Sealed[] = []
  for (const { who, path } of doomed) {
    const desk = await takeSeat(origin, who)
    const one = await desk.postWhenReady<Sealed>(path)
    expect(await desk.postWhenReady<Sealed>(path)).toEqual(one)
    seals.push(one)
  }
  return seals
}

const expectPackage = async (origin: string, record: string) => {
  const entries = await unzipped((await takePackage(origin, record)).bytes)
  const { items } = (await (await fetch(`${origin}/api/archive/keys`)).json()) as {
    items: { fingerprint: string }[]
  }
  expect(items.map(({ fingerprint }) => faultsOf(entries, fingerprint))).toContainEqual([])
}

it('are completed, each one once, by whoever comes next or by nobody at all', async () => {
  const doomed = await prepared()
  expect(new Set(doomed.flatMap(({ steps }) => steps))).toEqual(new Set(sealSteps))
  for (const [at, one] of doomed.entries())
    for (const [turn, step] of one.steps.entries())
      await killedAfter(step, one, at % 2 === 1 && turn === 0 ? doomed[at - 1] : undefined)
  const origin = await started('', '', day)
  const archivist = await takeSeat(origin, 'luutru')
  const forgotten = doomed.at(-1)?.id.replace('imp_', 'rec_') ?? ''
  await expect.poll(() => failing(archivist, forgotten), { timeout: 10_000 }).toEqual([])
  const seals = await sealedAll(origin, doomed)
  for (const { recordId } of seals) expect(await failing(archivist, recordId)).toEqual([])
  await expectPackage(origin, seals[1]?.recordId ?? '')
  await stopped()
  const { links, orphans, reached } = await archiveOnDisk(dir)
  expect(links.map(({ entry }) => entry.recordId).sort()).toEqual(
    seals.map(({ recordId }) => recordId).sort(),
  )
  expect(links.map(({ entry }) => entry.n)).toEqual([1, 2, 3, 4])
  expect(orphans).toEqual([])
  expect(reached).toBe(4)
})
