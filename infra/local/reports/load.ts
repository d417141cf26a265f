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

type Import = { id: string; state: string; contradictions: { subject: string; settled?: object }[] }

/** A desk's part in it: nothing is asked but that things be posted. */
type Poster = Pick<Desk, 'post'>

/** @returns whom the reports name, by their ids in the directory */
export const enterPersons = async (administrator: Poster, wanted: readonly Report[]) => {
  const keys = new Set(wanted.flatMap(({ facts }) => facts.persons.map(({ person }) => person)))
  const enter = async (key: PersonKey) => {
    const { id } = await administrator.post<{ id: string }>('/persons', persons[key], `report person ${key}`)
    return [key, id] as const
  }
  return new Map(await Promise.all([...keys].map(enter)))
}

/** Each act has its key: a start that died half way goes on where it was. @returns the record's id */
export const sealReport = async (
  archivist: Poster,
  { slug, facts, settled }: Report,
  ids: ReadonlyMap<PersonKey, string>,
): Promise<string> => {
  const named = facts.persons.map(({ person, ...rest }) => ({ ...rest, personId: ids.get(person) }))
  const { id, state, contradictions } = await archivist.post<Import>(
    '/archive/imports',
    { ...facts, persons: named },
    `report ${slug}`,
  )
  const open = state === 'draft' ? contradictions.filter((one) => !one.settled) : []
  for (const { subject } of open)
    await archivist.post(
      `/archive/imports/${id}/settle`,
      { subject, ...settled },
      `settle ${slug} ${subject}`,
    )
  const sealed = await archivist.post<{ recordId: string }>(`/archive/imports/${id}/seal`, {}, `seal ${slug}`)
  return sealed.recordId
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
  for (const report of due) {
    await sealReport(archivist, report, ids)
    loaded.push(report.slug)
    writeOwnFile(mark, `${loaded.filter(Boolean).join('\n')}\n`)
  }
}
