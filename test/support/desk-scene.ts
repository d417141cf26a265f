// A session in full course for the secretariat's desk: papers that wait, sources that disagree, an agenda behind its time.

import { localPassword } from '#infra/local/accounts.data.ts'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import type { Home } from '#infra/local/home.ts'
import { signIn } from '#infra/local/sign-in.ts'

const room = (path: string, unit: string) => `${path}/bridge-points/bpt_ca-${unit}`

export const paperTitle = 'Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc ở cơ sở'

const submit = (desk: Desk, path: string, unit: string, title: string, text: string) =>
  desk.post<{ id: string }>(`${path}/contributions`, {
    unitId: `unt_ca-${unit}`,
    title,
    text,
    author: { position: `Phó Giám đốc Công an tỉnh` },
  })

/** Two papers; one was returned and rewritten, so that there is something to compare. */
const papers = async (path: string, desk: Desk, ninhBinh: Desk, thanhHoa: Desk) => {
  await submit(
    ninhBinh,
    path,
    'ninh-binh',
    paperTitle,
    'Công an tỉnh đã tham mưu 12 văn bản chỉ đạo.\nToàn tỉnh có 25 mô hình.\nĐề nghị nhân rộng.',
  )
  const { id } = await submit(
    thanhHoa,
    path,
    'thanh-hoa',
    'Nhân rộng mô hình tự quản về an ninh trật tự',
    'Toàn tỉnh có 1.200 mô hình tự quản.\nMỗi xã một mô hình.',
  )
  await desk.post(`${path}/contributions/${id}/review`)
  await desk.post(`${path}/contributions/${id}/return`, { note: 'Đề nghị bổ sung số liệu năm 2022.' })
  return id
}

/** The author hands in a second version. */
const rewrite = async (origin: string, path: string, id: string) => {
  const { accessToken } = await signIn(origin, 'thanh-hoa', localPassword)
  const url = `${origin}/api${path}/contributions/${id}`
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' }
  const etag = (await fetch(url, { headers })).headers.get('etag') ?? ''
  const title = 'Nhân rộng mô hình tự quản về an ninh trật tự'
  const text = 'Năm 2022, toàn tỉnh có 1.250 mô hình tự quản.\nMỗi xã một mô hình.\nĐề nghị khen thưởng.'
  const body = JSON.stringify({ title, text })
  const answer = await fetch(url, { method: 'PUT', headers: { ...headers, 'if-match': etag }, body })
  if (!answer.ok) throw new Error(`the second version: ${answer.status} ${await answer.text()}`)
}

type Delegates = { items: { id: string }[] }

/** Fewer heads than delegates at one point; one delegate marked in two ways at another. */
const disagree = async (path: string, desk: Desk, ninhBinh: Desk, thanhHoa: Desk) => {
  for (const [unit, seat] of [
    ['ninh-binh', ninhBinh],
    ['thanh-hoa', thanhHoa],
  ] as const) {
    await seat.post(`${room(path, unit)}/join`)
    const { items } = await seat.get<Delegates>(`${room(path, unit)}/delegates`)
    const marks = items.map(({ id }) => ({ delegateId: id, state: 'present' }))
    const few = unit === 'ninh-binh' ? { headCount: 1 } : {}
    await seat.post(`${room(path, unit)}/roll-call`, { marks, ...few })
    if (unit === 'thanh-hoa')
      await desk.post(`${room(path, unit)}/roll-call`, {
        marks: [{ delegateId: items[0]?.id, state: 'absent', reason: 'Đi công tác đột xuất' }],
      })
  }
}

/**
 * Brings the seeded conference into its session.
 * @param at sets the house's clock, `14:00:00`
 * @returns where the conference is, and the paper that was returned and came back
 */
export const deskScene = async (home: Home, at: (time: string) => void) => {
  const seats = await Promise.all(
    ['thuky', 'chutri', 'ninhbinh', 'thanh-hoa'].map((who) => takeSeat(home.origin, who)),
  )
  const [desk, chair, ninhBinh, thanhHoa] = seats as [Desk, Desk, Desk, Desk]
  const { items } = await desk.get<{ items: { id: string }[] }>('/conferences')
  const path = `/conferences/${items[0]?.id}`
  const returned = await papers(path, desk, ninhBinh, thanhHoa)
  await rewrite(home.origin, path, returned)
  await desk.post(`${path}/open`, { confirmed: true })
  at('14:03:00')
  await chair.post(`${path}/start`)
  await disagree(path, desk, ninhBinh, thanhHoa)
  return { path, returned, desk, chair, ninhBinh, thanhHoa }
}
