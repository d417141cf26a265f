// The session: points connect and take the roll, papers are heard one after another or taken as written, the chair closes.
import type { Begun } from './before.ts'
import { type Desk, takeSeat } from './desk.ts'
import { at, conference, host, mishaps } from './facts.data.ts'
import { enterOutcomes } from './outcomes.ts'
import { forEach } from './seed.ts'
import type { Stage } from './stage.ts'

const centre = host.replace('unt_', 'bpt_')

/** Runs each point's act by its own operator. */
const atEverySite = (operators: Map<string, Desk>, act: (desk: Desk, pointId: string) => Promise<unknown>) =>
  forEach([...operators], ([pointId, desk]) => act(desk, pointId))

/** @returns point → the session of its link */
const connect = async (path: string, operators: Map<string, Desk>, secretary: Desk) => {
  const checks = { picture: 'pass', sound: 'pass', network: 'pass' }
  const sessions = new Map<string, string>()
  const join = async (desk: Desk, pointId: string) => {
    await desk.post(`${path}/bridge-points/${pointId}/readiness`, { checks })
    const { session } = await desk.post<{ session: string }>(`${path}/bridge-points/${pointId}/join`)
    sessions.set(pointId, session)
  }
  await atEverySite(operators, join)
  await join(secretary, centre)
  return sessions
}

/** What the operator marks of a delegate: present, unless the afternoon has it otherwise for the last on the list. */
const markOf = (pointId: string, delegateId: string, isLast: boolean) => {
  const { absent, substituted } = mishaps
  if (isLast && pointId === absent.pointId) return { delegateId, state: 'absent', reason: absent.reason }
  if (isLast && pointId === substituted.pointId)
    return { delegateId, state: 'substituted', substitute: substituted.substitute }
  return { delegateId, state: 'present' }
}

const takeRoll = async (path: string, desk: Desk, pointId: string) => {
  const point = `${path}/bridge-points/${pointId}`
  const { items } = await desk.get<{ items: { id: string }[] }>(`${point}/delegates`)
  const marks = items.map(({ id }, place) => markOf(pointId, id, place === items.length - 1))
  const there = marks.filter(({ state }) => state !== 'absent').length
  const headCount = pointId === mishaps.miscounted.pointId ? mishaps.miscounted.heads : there
  await desk.post(`${point}/roll-call`, { headCount, marks })
}

/** Asks, is called, speaks for so long, yields. */
const speak = async (stage: Stage, chair: Desk, desk: Desk, path: string, turn: Turn) => {
  const { id: requestId } = await desk.post<{ id: string }>(`${path}/floor/requests`, turn.asked)
  await stage.goTo(at(turn.from))
  await chair.post(`${path}/floor/call`, { requestId })
  await stage.goTo(at(turn.to))
  await chair.post(`${path}/floor/yield`, { requestId })
}

type Turn = { asked: object; from: string; to: string }

const minute = (of: number) => `15:${String(of).padStart(2, '0')}`

/** One after another: each speaks eight minutes; the contribution counts as delivered. */
const hear = async ({ path, submitted, operators }: Begun, chair: Desk, session: string, stage: Stage) => {
  await chair.post(`${path}/floor/open`, { agendaItem: 'agd_tham-luan', budgetSeconds: 600 })
  const live = submitted.filter(({ site }) => site.how === 'live')
  for (const [place, { id, site }] of live.entries()) {
    const desk = operators.get(site.pointId) as Desk
    const speaker = { position: `Phó Giám đốc ${site.name}` }
    const asked = { unitId: site.unitId, speaker, contributionId: id }
    await speak(stage, chair, desk, path, {
      asked,
      from: minute(5 + place * 10),
      to: minute(13 + place * 10),
    })
    await chair.post(`${path}/contributions/${id}/deliver`)
    stage.tell(`${site.name} trình bày tham luận, 8 phút`)
    if (place === 0) await raiseOrder(path, operators, chair, stage)
    if (place === 1) await dropAndReturn(path, operators, session, stage)
  }
  await chair.post(`${path}/floor/close`)
}

/** A point of order goes before whoever waits. */
const raiseOrder = async (path: string, operators: Map<string, Desk>, chair: Desk, stage: Stage) => {
  const pointId = mishaps.orderly
  const unitId = pointId.replace('bpt_', 'unt_')
  const speaker = { position: 'Phó Giám đốc Công an tỉnh Hà Tĩnh' }
  const asked = { unitId, speaker, kind: 'point-of-order' }
  await speak(stage, chair, operators.get(pointId) as Desk, path, { asked, from: '15:13:20', to: '15:14:10' })
  stage.tell('Công an tỉnh Hà Tĩnh nêu ý kiến về trình tự')
}

const dropAndReturn = async (
  path: string,
  operators: Map<string, Desk>,
  session: string,
  { goTo, tell }: Stage,
) => {
  const desk = operators.get(mishaps.dropped) as Desk
  const point = `${path}/bridge-points/${mishaps.dropped}`
  await goTo(at('15:23:10'))
  await desk.post(`${point}/leave`, { session, how: 'dropped' })
  await goTo(at('15:24:30'))
  await desk.post(`${point}/join`)
  tell('Công an tỉnh Nghệ An mất kết nối 80 giây rồi kết nối lại')
}

/** The secretariat says what is on: what was on before is over then. */
const begin = async ({ goTo, tell }: Stage, { path, secretary }: Begun, item: string, time: string) => {
  await goTo(at(time))
  await secretary.post(`${path}/agenda/items/${item}/start`)
  tell(`Bắt đầu nội dung: ${conference.agenda.find(({ id }) => id === item)?.title}`)
}

/** @returns the chair's desk, who is still to sign */
export const during = async (stage: Stage, begun: Begun): Promise<Desk> => {
  const { path, secretary, operators, submitted } = begun
  const { origin, goTo, tell } = stage
  await goTo(at('13:00'))
  await secretary.post(`${path}/open`)
  tell('Mở phòng để kiểm tra kỹ thuật')
  await goTo(at('13:30'))
  const sessions = await connect(path, operators, secretary)
  tell('64 điểm cầu kiểm tra kỹ thuật và kết nối')
  await goTo(at('14:00'))
  const chair = await takeSeat(origin, 'chutri')
  await chair.post(`${path}/start`)
  tell('Chủ trì bắt đầu hội nghị')
  await begin(stage, begun, 'agd_khai-mac', '14:00:10')
  await goTo(at('14:03'))
  await atEverySite(operators, (desk, pointId) => takeRoll(path, desk, pointId))
  await takeRoll(path, secretary, centre)
  tell('64 điểm cầu điểm danh')
  await begin(stage, begun, 'agd_bao-cao', '14:10')
  await begin(stage, begun, 'agd_ke-hoach', '14:35')
  await begin(stage, begun, 'agd_tham-luan', '15:00')
  await hear(begun, chair, sessions.get(mishaps.dropped) ?? '', stage)
  for (const { id, site } of submitted.filter(({ site }) => site.how === 'written')) {
    await secretary.post(`${path}/contributions/${id}/take-as-written`)
    tell(`Ghi nhận bằng văn bản tham luận của ${site.name}`)
  }
  await begin(stage, begun, 'agd_ket-luan', '16:00')
  await enterOutcomes(path, secretary, tell)
  await goTo(at('16:30'))
  await chair.post(`${path}/close`)
  tell('Chủ trì kết luận và kết thúc hội nghị')
  return chair
}
