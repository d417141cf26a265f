// Plays the afternoon from the invitation to the verified record, each act by the person whose act it is.
import { findAndVerify, sealMinutes, settle, wholeLog, writeMinutes } from './after.ts'
import { before } from './before.ts'
import type { Desk } from './desk.ts'
import { during } from './during.ts'
import { at } from './facts.data.ts'
import type { Stage } from './stage.ts'

export type Result = {
  points: number
  delegates: number
  present: number
  absent: number
  substituted: number
  contributions: number
  delivered: number
  written: number
  declined: number
  turns: number
  pointsOfOrder: number
  settled: number
  events: number
  record: string
  verified: boolean
}

type Row = Record<'listed' | 'present' | 'online' | 'absent' | 'substituted', number> & { kind: string }

/** The counts, as the API tells them when all is done. */
const figures = async (path: string, desk: Desk) => {
  const { items: rows } = await desk.get<{ items: Row[] }>(`${path}/attendance`)
  const { items: contributions } = await desk.get<{ items: { state: string }[] }>(`${path}/contributions`)
  const { done } = await desk.get<{ done: { kind: string }[] }>(`${path}/floor`)
  const total = (count: (row: Row) => number) => rows.reduce((sum, row) => sum + count(row), 0)
  const inState = (state: string) => contributions.filter((one) => one.state === state).length
  return {
    points: rows.filter(({ kind }) => kind === 'site').length,
    delegates: total(({ listed }) => listed),
    present: total(({ present, online }) => present + online),
    absent: total(({ absent }) => absent),
    substituted: total(({ substituted }) => substituted),
    contributions: contributions.length,
    delivered: inState('delivered'),
    written: inState('taken-as-written'),
    declined: inState('declined'),
    turns: done.length,
    pointsOfOrder: done.filter(({ kind }) => kind === 'point-of-order').length,
    events: (await wholeLog(desk, path)).length,
  }
}

export const playAfternoon = async (stage: Stage): Promise<Result> => {
  const { origin, goTo, tell } = stage
  const begun = await before(stage)
  const { path, secretary } = begun
  const chair = await during(stage, begun)
  await goTo(at('16:40:10'))
  const settled = await settle(path, secretary, tell)
  await writeMinutes(path, secretary, tell)
  await sealMinutes(path, secretary, chair, tell)
  await goTo(at('16:45'))
  const { record, verified } = await findAndVerify(origin)
  tell(`Cán bộ lưu trữ tìm “ninh binh”, kiểm chứng hồ sơ: ${verified ? 'toàn vẹn' : 'KHÔNG toàn vẹn'}`)
  return { ...(await figures(path, secretary)), settled, record, verified }
}
