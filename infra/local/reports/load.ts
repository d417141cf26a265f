// The four past conferences every home begins with: entered and sealed by the archivist, over HTTP like any other.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { now } from '#functions/shared/clock.ts'
import { civilDay } from '#functions/shared/time.ts'
import { type Desk, takeSeat } from '../afternoon/desk.ts'
import { writeOwnFile } from '../own-file.ts'
import { giaVien } from './gia-vien.data.ts'
import { haGiang } from './ha-giang.data.ts'
import { haiDuong } from './hai-duong.data.ts'
import { persons } from './persons.data.ts'
import type { PersonKey, Report } from './report.ts'
import { vinhPhuc } from './vinh-phuc.data.ts'

export const reports: readonly Report[] = [haiDuong, haGiang, vinhPhuc, giaVien]

type Head = Pick<Report['facts'], 'title' | 'hostUnitId' | 'heldOn'> & { id: string; state: string }
type Import = Head & {
  facts: Record<string, unknown>
  contradictions: { subject: string; settled?: object }[]
}
type Named = { id: string; name?: string; rank?: string; partyTitle?: string; stateTitle?: string }

/** What a desk does for it. */
type Reader = Pick<Desk, 'get' | 'post'>
type Sealer = Pick<Desk, 'post' | 'postWhenReady'>

/** Keys of acts are forgotten after a week: a loading that is taken up later looks first. */
const findPerson = async (administrator: Reader, key: PersonKey): Promise<string | undefined> => {
  const { name, ...wanted } = persons[key]
  const query = new URLSearchParams({ q: name, limit: '100' })
  const { items } = await administrator.get<{ items: Named[] }>(`/persons?${query}`)
  const same = (one: Named) =>
    one.name === name &&
    (['rank', 'partyTitle', 'stateTitle'] as const).every((part) => one[part] === wanted[part])
  return items.find(same)?.id
}

/** @returns whom the reports name, by their ids in the directory */
export const enterPersons = async (administrator: Reader, wanted: readonly Report[]) => {
  const keys = new Set(wanted.flatMap(({ facts }) => facts.persons.map(({ person }) => person)))
  const enter = async (key: PersonKey) => {
    const known = await findPerson(administrator, key)
    if (known) return [key, known] as const
    const { id } = await administrator.post<{ id: string }>('/persons', persons[key], `report person ${key}`)
    return [key, id] as const
  }
  return new Map(await Promise.all([...keys].map(enter)))
}

/** Each entry by its list and its key: whoever enters the same conference by hand gives other keys. */
const keysIn = (facts: object): string[] =>
  Object.entries(facts).flatMap(([list, entries]: [string, unknown]) =>
    Array.isArray(entries)
      ? entries.flatMap((entry: { key?: string }) => (entry.key ? [`${list} ${entry.key}`] : []))
      : [],
  )

/** Ours, whatever was added to it since. */
const isOwn = ({ facts: entered }: Import, facts: Report['facts']): boolean => {
  const there = new Set(keysIn(entered))
  return keysIn(facts).every((key) => there.has(key))
}

/** The entry of an earlier try, however long ago: told by when, where and what it was, and by its own keys. */
const findEntered = async (archivist: Reader, { facts }: Report): Promise<Import | undefined> => {
  const told = ({ title, hostUnitId, heldOn }: Pick<Head, 'title' | 'hostUnitId' | 'heldOn'>) =>
    JSON.stringify([title, hostUnitId, heldOn.precision, heldOn.value, heldOn.part])
  let cursor = ''
  do {
    const page = await archivist.get<{ items: Head[]; cursor?: string }>(
      `/archive/imports?${new URLSearchParams({ limit: '100', ...(cursor ? { cursor } : {}) })}`,
    )
    for (const { id, state, ...head } of page.items) {
      if (state === 'withdrawn' || told(head) !== told(facts)) continue
      const entered = await archivist.get<Import>(`/archive/imports/${id}`)
      if (isOwn(entered, facts)) return entered
    }
    cursor = page.cursor ?? ''
  } while (cursor)
  return undefined
}

/** Each act has its key: a start that died half way goes on where it was. @returns the import's id */
export const enterReport = async (
  archivist: Reader,
  report: Report,
  ids: ReadonlyMap<PersonKey, string>,
): Promise<string> => {
  const { slug, facts, settled } = report
  const named = facts.persons.map(({ person, ...rest }) => ({ ...rest, personId: ids.get(person) }))
  const { id, state, contradictions } =
    (await findEntered(archivist, report)) ??
    (await archivist.post<Import>('/archive/imports', { ...facts, persons: named }, `report ${slug}`))
  const open = state === 'draft' ? contradictions.filter((one) => !one.settled) : []
  for (const { subject } of open)
    await archivist.post(
      `/archive/imports/${id}/settle`,
      { subject, ...settled },
      `settle ${slug} ${subject}`,
    )
  return id
}

/** A first asking has it attested and printed; whoever asks again once that is done has it sealed. */
const sealAll = async (archivist: Sealer, ids: readonly string[]): Promise<void> => {
  const paths = ids.map((id) => `/archive/imports/${id}/seal`)
  await Promise.allSettled(paths.map((path) => archivist.post(path)))
  for (const path of paths) await archivist.postWhenReady(path)
}

/**
 * Loads what somebody could have entered by now and nobody has: a home whose clock shows an earlier day gets the rest
 * when it is started later.
 * @param data the folder that keeps which ones are there
 */
export const loadReports = async (origin: string, data: string): Promise<void> => {
  const mark = join(data, 'reports')
  const loaded = existsSync(mark) ? readFileSync(mark, 'utf8').trim().split('\n') : []
  const today = civilDay(now().toISOString())
  const due = reports.filter(({ slug, knownSince }) => knownSince <= today && !loaded.includes(slug))
  if (due.length === 0) return
  const ids = await enterPersons(await takeSeat(origin, 'quantri'), due)
  const archivist = await takeSeat(origin, 'luutru')
  const entered: string[] = []
  for (const report of due) entered.push(await enterReport(archivist, report, ids))
  await sealAll(archivist, entered)
  writeOwnFile(mark, `${[...loaded.filter(Boolean), ...due.map(({ slug }) => slug)].join('\n')}\n`)
}
