// The session: points connect and take the roll, papers are heard one after another or taken as written, the chair closes.
import type { Begun } from './before.ts'
import { type Desk, takeSeat } from './desk.ts'
import { at, host } from './facts.data.ts'
import { forEach } from './seed.ts'
import type { Stage } from './stage.ts'

const centre = host.replace('unt_', 'bpt_')

/** Runs each point's act by its own operator. */
const atEverySite = (operators: Map<string, Desk>, act: (desk: Desk, pointId: string) => Promise<unknown>) =>
  forEach([...operators], ([pointId, desk]) => act(desk, pointId))

const connect = async (path: string, operators: Map<string, Desk>, secretary: Desk) => {
  const checks = { picture: 'pass', sound: 'pass', network: 'pass' }
  const join = async (desk: Desk, pointId: string) => {
    await desk.post(`${path}/bridge-points/${pointId}/readiness`, { checks })
    await desk.post(`${path}/bridge-points/${pointId}/join`)
  }
  await atEverySite(operators, join)
  await join(secretary, centre)
}

const takeRoll = async (path: string, desk: Desk, pointId: string) => {
  const point = `${path}/bridge-points/${pointId}`
  const { items } = await desk.get<{ items: { id: string }[] }>(`${point}/delegates`)
  const marks = items.map(({ id }) => ({ delegateId: id, state: 'present' }))
  await desk.post(`${point}/roll-call`, { headCount: marks.length, marks })
}

/** One after another: asks, is called, speaks eight minutes, yields; the contribution counts as delivered. */
const hear = async ({ path, submitted, operators }: Begun, chair: Desk, { goTo, tell }: Stage) => {
  await chair.post(`${path}/floor/open`, { agendaItem: 'agd_tham-luan', budgetSeconds: 600 })
  const live = submitted.filter(({ site }) => site.how === 'live')
  for (const [place, { id, site }] of live.entries()) {
    const desk = operators.get(site.pointId) as Desk
    const speaker = { position: `Phó Giám đốc ${site.name}` }
    const asked = { unitId: site.unitId, speaker, contributionId: id }
    const { id: requestId } = await desk.post<{ id: string }>(`${path}/floor/requests`, asked)
    await goTo(at(`15:${String(5 + place * 10).padStart(2, '0')}`))
    await chair.post(`${path}/floor/call`, { requestId })
    await goTo(at(`15:${String(13 + place * 10).padStart(2, '0')}`))
    await chair.post(`${path}/floor/yield`, { requestId })
    await chair.post(`${path}/contributions/${id}/deliver`)
    tell(`${site.name} trình bày tham luận, 8 phút`)
  }
  await chair.post(`${path}/floor/close`)
}

/** @returns the chair's desk, who is still to sign */
export const during = async (stage: Stage, begun: Begun): Promise<Desk> => {
  const { path, secretary, operators, submitted } = begun
  const { origin, goTo, tell } = stage
  await goTo(at('13:00'))
  await secretary.post(`${path}/open`)
  tell('Mở phòng để kiểm tra kỹ thuật')
  await goTo(at('13:30'))
  await connect(path, operators, secretary)
  tell('64 điểm cầu kiểm tra kỹ thuật và kết nối')
  await goTo(at('14:00'))
  const chair = await takeSeat(origin, 'chutri')
  await chair.post(`${path}/start`)
  tell('Chủ trì bắt đầu hội nghị')
  await goTo(at('14:03'))
  await atEverySite(operators, (desk, pointId) => takeRoll(path, desk, pointId))
  await takeRoll(path, secretary, centre)
  tell('64 điểm cầu điểm danh')
  await goTo(at('15:00'))
  await hear(begun, chair, stage)
  for (const { id, site } of submitted.filter(({ site }) => site.how === 'written')) {
    await secretary.post(`${path}/contributions/${id}/take-as-written`)
    tell(`Ghi nhận bằng văn bản tham luận của ${site.name}`)
  }
  await goTo(at('16:30'))
  await chair.post(`${path}/close`)
  tell('Chủ trì kết luận và kết thúc hội nghị')
  return chair
}
