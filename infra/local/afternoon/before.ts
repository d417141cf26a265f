// Before the session: the conference is drafted and scheduled, contributions are submitted and accepted.
import { type Desk, takeSeat } from './desk.ts'
import { at, contributionOf, contributions, sites } from './facts.data.ts'
import { forEach, prepareConference, seedAccounts } from './seed.ts'
import type { Stage } from './stage.ts'

/** The points whose contributions are heard, with their operators. */
const speaking = contributions.map(({ province, how }) => {
  const site = sites.find(({ unitId }) => unitId === `unt_ca-${province}`)
  if (!site) throw new Error(`No point of ${province}.`)
  return { ...site, how }
})

const seats = async (origin: string): Promise<Map<string, Desk>> => {
  const taken = new Map<string, Desk>()
  await forEach(sites, async (site) => taken.set(site.pointId, await takeSeat(origin, site.operator)))
  return taken
}

type Submitted = { id: string; site: (typeof speaking)[number] }

const submitContributions = async (path: string, operators: Map<string, Desk>) => {
  const submitted: Submitted[] = []
  for (const site of speaking) {
    const desk = operators.get(site.pointId) as Desk
    const author = { position: `Phó Giám đốc ${site.name}` }
    const { id } = await desk.post<{ id: string }>(`${path}/contributions`, {
      ...contributionOf(site.name),
      unitId: site.unitId,
      author,
    })
    submitted.push({ id, site })
  }
  return submitted
}

const review = async (path: string, secretary: Desk, submitted: Submitted[]) => {
  for (const { id, site } of submitted) {
    const contribution = `${path}/contributions/${id}`
    if (site.how === 'declined')
      await secretary.post(`${contribution}/decline`, { note: 'Trùng nội dung với báo cáo trung tâm' })
    else await secretary.post(`${contribution}/accept`)
  }
}

/** @returns where the conference is, and the desks that act in it */
export const before = async (stage: Stage) => {
  const { origin, goTo, tell } = stage
  await seedAccounts(origin)
  await goTo(at('12:30'))
  const { id, secretary } = await prepareConference(origin)
  const path = `/conferences/${id}`
  tell('Ban thư ký lập hội nghị, mời 63 điểm cầu và điểm cầu trung tâm')
  await secretary.post(`${path}/schedule`)
  tell('Lên lịch hội nghị; giấy mời được gửi đi')
  await goTo(at('12:50'))
  const operators = await seats(origin)
  const submitted = await submitContributions(path, operators)
  await review(path, secretary, submitted)
  tell(`${submitted.length} tham luận được gửi; ban thư ký duyệt ${submitted.length - 1}, từ chối 1`)
  return { path, secretary, operators, submitted }
}

export type Begun = Awaited<ReturnType<typeof before>>
