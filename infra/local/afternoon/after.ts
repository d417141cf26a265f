// After the session: the minutes are drafted from the log, signed twice and sealed; the archivist finds and verifies them.
import { type Desk, takeSeat } from './desk.ts'
import { mishaps, wording } from './facts.data.ts'
import type { Stage } from './stage.ts'

type Logged = { id: string; name: string; subject: string }

/** Every event of the conference, page after page. */
export const wholeLog = async (desk: Desk, path: string): Promise<Logged[]> => {
  type Page = { items: Logged[]; cursor?: string }
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

type Disagreement = { id: string; kind: string; settled?: object }

/** What does not agree must be settled before anything is signed. */
export const settle = async (path: string, secretary: Desk, tell: Stage['tell']): Promise<number> => {
  const { items } = await secretary.get<{ items: Disagreement[] }>(`${path}/disagreements`)
  const open = items.filter(({ settled }) => !settled)
  for (const { id } of open)
    await secretary.post(`${path}/disagreements/${id}/settle`, {
      chosen: 'roll',
      reason: mishaps.miscounted.reason,
    })
  tell(`Ban thư ký thống nhất ${open.length} số liệu chưa khớp`)
  return open.length
}

/** The draft, with what the secretary adds to it. */
export const draftMinutes = async (path: string, secretary: Desk) => {
  await secretary.post(`${path}/minutes/draft`)
  const began = (await wholeLog(secretary, path)).filter(({ name }) => name === 'agenda.item-started')
  const add = (kind: 'report' | 'conclusion', text: string, item: string) =>
    secretary.post(`${path}/minutes/blocks`, {
      kind,
      text,
      events: began.filter(({ subject }) => subject === `agd_${item}`).map(({ id }) => id),
      after: `blk_item-${item}-1`,
    })
  await add('report', wording.report, 'bao-cao')
  await add('report', wording.plan, 'ke-hoach')
  await add('conclusion', wording.conclusion, 'ket-luan')
}

export const submitMinutes = async (path: string, secretary: Desk, tell: Stage['tell']) => {
  await secretary.post(`${path}/minutes/submit`)
  tell('Ban thư ký lập dự thảo biên bản từ nhật ký sự kiện và trình ký')
}

export const writeMinutes = async (path: string, secretary: Desk, tell: Stage['tell']) => {
  await draftMinutes(path, secretary)
  await submitMinutes(path, secretary, tell)
}

export const sealMinutes = async (path: string, secretary: Desk, chair: Desk, tell: Stage['tell']) => {
  await secretary.signInAgain()
  await secretary.post(`${path}/minutes/sign`)
  tell('Thư ký ký biên bản')
  await chair.signInAgain()
  await chair.post(`${path}/minutes/sign`)
  tell('Chủ trì ký biên bản')
  await secretary.postWhenReady(`${path}/minutes/seal`)
  tell('Niêm phong biên bản, nối vào chuỗi hồ sơ')
}

/** The archivist finds the record by a name typed without diacritics, and checks it. */
export const findAndVerify = async (origin: string) => {
  const archivist = await takeSeat(origin, 'luutru')
  const { items } = await archivist.get<{ items: { id: string }[] }>('/archive?q=ninh%20binh')
  const record = items[0]?.id
  if (!record) throw new Error('The archive does not find the record under “ninh binh”.')
  const { verified } = await archivist.get<{ verified: boolean }>(`/archive/${record}/verify`)
  return { record, verified }
}
