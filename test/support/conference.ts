// A conference of its own for each test: with the actors the permission table knows, and invited units.
import { pointItem, rowItem } from '#functions/bridge-points/entity.ts'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { newRow } from '#functions/bridge-points/rules.ts'
import type { Client, TestApi } from './api.ts'
import { plant } from './plant.ts'

export const host = 'unt_bo-cong-an'
export const unit = 'unt_ca-ninh-binh'
export const otherUnit = 'unt_ca-thanh-hoa'

export const agenda = [
  { id: 'agd_reports', title: 'Báo cáo tổng kết', kind: 'report' },
  { id: 'agd_papers', title: 'Tham luận của các điểm cầu', kind: 'contributions' },
]

const startsAt = '2022-11-23T07:00:00.000Z'

const steps = ['schedule', 'open', 'start', 'close'] as const
type Step = (typeof steps)[number]

const invite = async (conferenceId: string, unitIds: string[]) => {
  const points = unitIds.map((unitId) => ({
    id: pointIdOf(unitId),
    conferenceId,
    unitId,
    name: unitId,
    shortName: unitId,
    kind: 'site' as const,
    startsAt,
    delegateIds: [],
    version: 1,
  }))
  await plant(points.flatMap((point) => [pointItem(point), rowItem(newRow(point))]))
}

/** A standing cast: whoever is named here acts the same in every conference of one test file. */
export const castOf = async (home: TestApi) => ({
  secretary: await home.somebody(['secretariat', `unit:${host}`]),
  operator: await home.somebody(['operator', `unit:${unit}`]),
  other: await home.somebody(['operator', `unit:${otherUnit}`]),
  stranger: await home.somebody(['operator', 'unit:unt_ca-ha-nam'], ['secretariat', `unit:${unit}`]),
})
export type Cast = Awaited<ReturnType<typeof castOf>>

/** A conference brought as far as `last`, with two invited units; answers its id. */
export const conferenceAt = async (
  secretary: Client,
  last: Step | 'draft',
  fields: Record<string, unknown> = {},
): Promise<string> => {
  const input = { title: ['Hội nghị thử'], hostUnitId: host, venue: 'Hà Nội', startsAt, agenda, ...fields }
  const made = await secretary.post('/api/conferences', input)
  const id = made.body.id as string
  await invite(id, [unit, otherUnit])
  for (const step of last === 'draft' ? [] : steps.slice(0, steps.indexOf(last) + 1)) {
    const body = step === 'open' ? { confirmed: true } : {}
    const { status } = await secretary.post(`/api/conferences/${id}/${step}`, body)
    if (status !== 200) throw new Error(`${step} answered ${status}`)
  }
  return id
}
