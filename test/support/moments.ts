// The afternoon of 23/11/2022, held at the moments that are worth looking at.
import { draftMinutes, sealMinutes, settle, submitMinutes } from '#infra/local/afternoon/after.ts'
import { before } from '#infra/local/afternoon/before.ts'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import { during } from '#infra/local/afternoon/during.ts'
import { at } from '#infra/local/afternoon/facts.data.ts'
import { type Home, startHome } from '#infra/local/home.ts'
import { announce, approve, hold, remember, supersede, tellLate, workAtDraft } from './later.ts'

/** In the order in which they come. */
export const moments = [
  'scheduled',
  'speaking',
  'closed',
  'drafted',
  'signing',
  'sealed',
  'late',
  'announced',
  'kept',
] as const
export type Moment = (typeof moments)[number]

/** What pages are about. */
export type Ids = {
  conference: string
  /** Ninh Bình's. */
  contribution: string
  point: string
  /** Address of a delegate's personal link, from its root. */
  link: string
  /** Known once sealed. */
  record: string
  /** Known once kept: the record that took its place, one of a past conference, and one still being entered. */
  addendum?: string
  historical?: string
  entered?: string
}

type Look = (moment: Moment, ids: Ids) => Promise<void>

const point = 'bpt_ca-ninh-binh'

const linkOf = async (origin: string, path: string): Promise<string> => {
  const operator = await takeSeat(origin, 'ninhbinh')
  const delegates = `${path}/bridge-points/${point}/delegates`
  const { items } = await operator.get<{ items: { id: string }[] }>(delegates)
  const { url } = await operator.post<{ url: string }>(`${delegates}/${items[0]?.id}/personal-link`)
  return url.replace(origin, '')
}

/** While somebody speaks: others wait, a point has no sound, the secretariat has told all points something. */
const enliven = async (path: string, secretary: Desk, operators: Map<string, Desk>) => {
  const deskOf = (pointId: string) => operators.get(pointId) as Desk
  for (const [province, name] of [
    ['lang-son', 'Công an tỉnh Lạng Sơn'],
    ['an-giang', 'Công an tỉnh An Giang'],
    ['ben-tre', 'Công an tỉnh Bến Tre'],
  ] as const) {
    const speaker = { position: `Phó Giám đốc ${name}` }
    await deskOf(`bpt_ca-${province}`).post(`${path}/floor/requests`, {
      unitId: `unt_ca-${province}`,
      speaker,
    })
  }
  const silent = `${path}/bridge-points/bpt_ca-dien-bien/faults`
  await deskOf('bpt_ca-dien-bien').post(silent, { kind: 'sound', note: 'Không nghe được điểm cầu trung tâm' })
  const text = 'Các điểm cầu tắt micrô khi chưa được mời phát biểu.'
  await secretary.post(`${path}/notices`, { text })
}

/**
 * @param look is given each moment as it comes; the afternoon goes on when it is done
 * @param further goes on after the seal, to what is only photographed
 */
const play = async (home: Home, look: Look, further: boolean) => {
  const { origin } = home
  const setClock = home.setClock ?? (() => undefined)
  /** What is done before the clock goes on to an instant, once. */
  const gates = new Map<string, () => Promise<void>>()
  const goTo = async (instant: string) => {
    const gate = gates.get(instant)
    gates.delete(instant)
    await gate?.()
    setClock(new Date(instant))
  }
  const stage = { origin, goTo, tell: () => undefined }
  const begun = await before(stage)
  const { path, secretary, operators, submitted } = begun
  const contribution = submitted.find(({ site }) => site.pointId === point)?.id ?? ''
  const ids = { conference: path.split('/').at(-1) ?? '', contribution, point, record: '' }
  const link = await linkOf(origin, path)
  const show = async (moment: Moment, more: Partial<Ids> = {}) => {
    await home.settled()
    await look(moment, { ...ids, link, ...more })
  }
  gates.set(at('13:00'), () => show('scheduled'))
  gates.set(at('15:13'), async () => {
    setClock(new Date(at('15:08:20')))
    await enliven(path, secretary, operators)
    await show('speaking')
  })
  const chair = await during(stage, begun)
  setClock(new Date(at('16:40:10')))
  await show('closed')
  await settle(path, secretary, stage.tell)
  await draftMinutes(path, secretary)
  await workAtDraft(path, secretary, chair)
  await show('drafted')
  await submitMinutes(path, secretary, stage.tell)
  await show('signing')
  await sealMinutes(path, secretary, chair, stage.tell)
  const archivist = await takeSeat(origin, 'luutru')
  const { items } = await archivist.get<{ items: { id: string }[] }>('/archive')
  const record = items[0]?.id ?? ''
  await show('sealed', { record })
  if (!further) return
  await tellLate(path, operators.get(point) as Desk)
  await show('late', { record })
  await announce(home, path, secretary)
  await show('announced', { record })
  await secretary.post(`${path}/bulletin/submit`)
  await approve(home, path)
  // A draft counts what has settled.
  setClock(new Date(at('16:45')))
  await supersede(path, secretary, chair)
  const { items: all } = await archivist.get<{ items: { id: string; kind: string }[] }>('/archive?limit=50')
  const addendum = all.find(({ kind }) => kind === 'addendum')?.id ?? ''
  const remembered = await remember(home)
  await hold(home, record)
  await show('kept', { record, addendum, ...remembered })
}

type Options = { further?: boolean }

/** Plays the afternoon on a home of its own. */
export const playMoments = async (
  look: (home: Home) => Look,
  { further = false }: Options = {},
): Promise<void> => {
  const home = await startHome({ memory: true, port: 0, clock: new Date(at('12:00')), seed: false })
  try {
    await play(home, look(home), further)
  } finally {
    await home.stop()
  }
}
