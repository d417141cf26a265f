// Plays the afternoon from the opened room to the verified record, each act by the person whose act it is.
import { type Desk, takeSeat } from './desk.ts'
import { at, contributionOf, contributions, host, sites, wording } from './facts.data.ts'
import { forEach, prepareConference, seedAccounts } from './seed.ts'

type Stage = {
  origin: string
  /** Moves the house's clock. */
  goTo: (instant: string) => Promise<void>
  /** Says what was just done. */
  tell: (done: string) => void
}

export type Result = {
  points: number
  delegates: number
  present: number
  contributions: number
  turns: number
  events: number
  record: string
  verified: boolean
}

type Row = { pointId: string; kind: string; listed: number; present: number; online: number }

const centre = host.replace('unt_', 'bpt_')

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

/** Runs each point's act by its own operator. */
const atEverySite = (operators: Map<string, Desk>, act: (desk: Desk, pointId: string) => Promise<unknown>) =>
  forEach([...operators], ([pointId, desk]) => act(desk, pointId))

const submitContributions = async (path: string, operators: Map<string, Desk>) => {
  const submitted: { id: string; site: (typeof speaking)[number] }[] = []
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

type Submitted = Awaited<ReturnType<typeof submitContributions>>

/** One after another: asks, is called, speaks eight minutes, yields; the contribution counts as delivered. */
const hear = async (
  path: string,
  submitted: Submitted,
  operators: Map<string, Desk>,
  chair: Desk,
  { goTo, tell }: Stage,
) => {
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
  return live.length
}

const wholeLog = async (desk: Desk, path: string): Promise<{ id: string; name: string }[]> => {
  type Page = { items: { id: string; name: string }[]; cursor?: string }
  const events: Page['items'] = []
  let cursor = ''
  do {
    const page = await desk.get<Page>(
      `${path}/events?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    events.push(...page.items)
    cursor = page.cursor ?? ''
  } while (cursor)
  return events
}

const writeMinutes = async (path: string, secretary: Desk, tell: Stage['tell']) => {
  await secretary.post(`${path}/minutes/draft`)
  const started = (await wholeLog(secretary, path))
    .filter(({ name }) => name === 'conference.started')
    .map(({ id }) => id)
  for (const text of [wording.report, wording.plan]) {
    await secretary.post(`${path}/minutes/blocks`, { kind: 'report', text, events: started })
  }
  await secretary.post(`${path}/minutes/blocks`, {
    kind: 'conclusion',
    text: wording.conclusion,
    events: started,
  })
  await secretary.post(`${path}/minutes/submit`)
  tell('Ban thư ký lập dự thảo biên bản từ nhật ký sự kiện và trình ký')
}

const sealMinutes = async (path: string, secretary: Desk, chair: Desk, tell: Stage['tell']) => {
  await secretary.signInAgain()
  await secretary.post(`${path}/minutes/sign`)
  tell('Thư ký ký biên bản')
  await chair.signInAgain()
  await chair.post(`${path}/minutes/sign`)
  tell('Chủ trì ký biên bản')
  await secretary.post(`${path}/minutes/seal`)
  tell('Niêm phong biên bản, nối vào chuỗi hồ sơ')
}

/** The archivist finds the record by a name typed without diacritics, and checks it. */
const findAndVerify = async (origin: string) => {
  const archivist = await takeSeat(origin, 'luutru')
  const { items } = await archivist.get<{ items: { id: string }[] }>('/archive?q=ninh%20binh')
  const record = items[0]?.id
  if (!record) throw new Error('The archive does not find the record under “ninh binh”.')
  const { verified } = await archivist.get<{ verified: boolean }>(`/archive/${record}/verify`)
  return { record, verified }
}

const before = async (stage: Stage) => {
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
  for (const { id: contribution } of submitted)
    await secretary.post(`${path}/contributions/${contribution}/accept`)
  tell(`${submitted.length} tham luận được gửi và duyệt`)
  return { path, secretary, operators, submitted }
}

const during = async (
  stage: Stage,
  { path, secretary, operators, submitted }: Awaited<ReturnType<typeof before>>,
) => {
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
  const turns = await hear(path, submitted, operators, chair, stage)
  for (const { id, site } of submitted.filter(({ site }) => site.how === 'written')) {
    await secretary.post(`${path}/contributions/${id}/take-as-written`)
    tell(`Ghi nhận bằng văn bản tham luận của ${site.name}`)
  }
  await goTo(at('16:30'))
  await chair.post(`${path}/close`)
  tell('Chủ trì kết luận và kết thúc hội nghị')
  return { chair, turns }
}

/** @returns the counts as the API itself tells them at the end */
export const playAfternoon = async (stage: Stage): Promise<Result> => {
  const { origin, goTo, tell } = stage
  const begun = await before(stage)
  const { path, secretary, submitted } = begun
  const { chair, turns } = await during(stage, begun)
  await goTo(at('16:40:10'))
  await writeMinutes(path, secretary, tell)
  await sealMinutes(path, secretary, chair, tell)
  await goTo(at('16:45'))
  const { record, verified } = await findAndVerify(origin)
  tell(`Cán bộ lưu trữ tìm “ninh binh”, kiểm chứng hồ sơ: ${verified ? 'toàn vẹn' : 'KHÔNG toàn vẹn'}`)
  const { items: rows } = await secretary.get<{ items: Row[] }>(`${path}/board`)
  const total = (count: (row: Row) => number) => rows.reduce((sum, row) => sum + count(row), 0)
  return {
    points: rows.filter(({ kind }) => kind === 'site').length,
    delegates: total(({ listed }) => listed),
    present: total(({ present, online }) => present + online),
    contributions: submitted.length,
    turns,
    events: (await wholeLog(secretary, path)).length,
    record,
    verified,
  }
}
