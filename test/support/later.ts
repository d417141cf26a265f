// What comes about after the afternoon and is only photographed: late words, an addendum, past conferences, a hold, a bulletin.
import { createHash, randomUUID } from 'node:crypto'
import { conferenceItem, loadConference } from '#functions/conferences/entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { localPassword } from '#infra/local/accounts.data.ts'
import type { Desk } from '#infra/local/afternoon/desk.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import type { Home } from '#infra/local/home.ts'
import { loadReports } from '#infra/local/reports/load.ts'
import { signIn } from '#infra/local/sign-in.ts'
import { twoColours } from './pictures.ts'
import { importInput } from './samples-imports.ts'

/** With `If-Match`, which a desk does not speak. */
const send = async (origin: string, as: string, method: 'PUT' | 'POST', path: string, body: object) => {
  const { accessToken } = await signIn(origin, as, localPassword)
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' }
  const url = `${origin}/api${path}`
  const read = await fetch(method === 'PUT' ? url : url.slice(0, url.lastIndexOf('/')), { headers })
  const etag = read.headers.get('etag') ?? `"${((await read.json()) as { version: number }).version}"`
  const own = { ...headers, 'if-match': etag, 'idempotency-key': randomUUID() }
  const answer = await fetch(url, { method, headers: own, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
}

type Block = { id: string; kind: string; text: string }

/** The draft as somebody is at it: one paragraph in other words, one that the chair has something to say about. */
export const workAtDraft = async (path: string, secretary: Desk, chair: Desk) => {
  const { blocks } = await secretary.get<{ blocks: Block[] }>(`${path}/minutes`)
  const last = blocks.at(-1)?.id
  await chair.post(`${path}/minutes/blocks/${last}/comments`, { text: 'Đề nghị ghi rõ phút kết thúc.' })
}

/** A point tells late how many were in its room. */
export const tellLate = (path: string, operator: Desk) =>
  operator.post(`${path}/bridge-points/bpt_ca-ninh-binh/roll-call`, { headCount: 9 })

/** An addendum takes the minutes' place. */
export const supersede = async (path: string, secretary: Desk, chair: Desk) => {
  const reason = 'Điểm cầu Công an tỉnh Ninh Bình báo số người trong phòng sau khi Hội nghị kết thúc.'
  await secretary.signInAgain()
  await secretary.postWhenReady(`${path}/minutes/addenda`, { reason })
  await secretary.post(`${path}/minutes/submit`)
  await secretary.post(`${path}/minutes/sign`)
  await chair.signInAgain()
  await chair.post(`${path}/minutes/sign`)
  await secretary.postWhenReady(`${path}/minutes/seal`)
}

/** @returns one of the four past conferences, and one that is still being entered */
export const remember = async ({ origin, data }: Home) => {
  await loadReports(origin, data)
  const archivist = await takeSeat(origin, 'luutru')
  const { items } = await archivist.get<{ items: { id: string; startsAt: string }[] }>('/archive?limit=50')
  const { id: entered } = await archivist.post<{ id: string }>('/archive/imports', importInput)
  const historical = items.find(({ startsAt }) => startsAt.startsWith('2017'))?.id ?? ''
  return { historical, entered }
}

export const hold = async ({ origin }: Home, record: string) => {
  const archivist = await takeSeat(origin, 'luutru')
  await archivist.post(`/archive/${record}/hold`, { reason: 'Theo đề nghị của cơ quan điều tra.' })
}

const uploadPicture = async (desk: Desk): Promise<string> => {
  const bytes = await twoColours(1200, 800)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const told = { name: 'hoi-truong.jpeg', type: 'image/jpeg', bytes: bytes.byteLength, sha256 }
  type Ticket = { id: string; url: string; headers: Record<string, string> }
  const { id, url, headers } = await desk.post<Ticket>('/uploads', told)
  await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  await desk.post(`/uploads/${id}/check`)
  return id
}

/** The demonstration's own conference is internal, and only of a public one the public may know. */
const makePublic = async (id: string) => {
  const before = await loadConference(id)
  const known = { ...before, classification: 'public' as const, version: before.version + 1 }
  await write(systemActor('test', 'req_test'), id, putNext(conferenceItem(known)))
}

/** A bulletin with figures and a picture, waiting for the chair. */
export const announce = async ({ origin }: Home, path: string, secretary: Desk) => {
  await makePublic(path.split('/').at(-1) ?? '')
  await secretary.post(`${path}/bulletin`)
  const { items } = await secretary.get<{ items: { id: string }[] }>(`${path}/figures`)
  const lead =
    'Hội nghị được tổ chức trực tuyến, kết nối 63 điểm cầu Công an các tỉnh, thành phố với điểm cầu Bộ Công an.'
  const figureIds = items.slice(0, 4).map(({ id }) => id)
  await send(origin, 'thuky', 'PUT', `${path}/bulletin`, { lead, figureIds, commendationIds: [] })
  const upload = await uploadPicture(secretary)
  const caption = 'Toàn cảnh Hội nghị tại điểm cầu Công an tỉnh Ninh Bình'
  await secretary.post(`${path}/bulletin/photos`, { upload, caption, pointId: 'bpt_ca-ninh-binh' })
}

export const approve = ({ origin }: Home, path: string) =>
  send(origin, 'chutri', 'POST', `${path}/bulletin/approve`, {})
