// A conference whose every text tries to be more than text: markup, templates, another direction, words without an end.
import { sealMinutes, settle } from '#infra/local/afternoon/after.ts'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import { at, conference, host, ninhBinh } from '#infra/local/afternoon/facts.data.ts'
import { seedAccounts } from '#infra/local/afternoon/seed.ts'
import type { Home } from '#infra/local/home.ts'

const image = '<img src=x onerror="alert(1)">'
const script = '"><script>alert(2)</script>'
/** What template engines and our own words' engine would fill in. */
const braces = `{{title}} $t(product) \${alert(3)} {{constructor.constructor("alert(4)")()}}`
const endless = (letters: number) => 'Đ'.repeat(letters)
/** Letters that run from right to left; characters that turn the direction are refused. */
const backwards = 'שלום اسم'

/** A piece of each that must be found again as text. */
export const texts = { image, script, braces, backwards, endless: endless(90) }

export const directionTurned = 'Công an \u202etỉnh'

const title = [image, `${script} ${backwards}`, `${braces} ${endless(200)}`]
const name = `${image}${endless(60)}`.slice(0, 100)
const position = `${script}${braces}${endless(150)}`
const sentence = `${image}${script}${braces} ${backwards} ${endless(200)}`

const site = 'bpt_ca-ninh-binh'
const centre = host.replace('unt_', 'bpt_')

const invite = async (path: string, secretary: Desk) => {
  const points = `${path}/bridge-points`
  await secretary.post(points, { unitIds: [ninhBinh] })
  await secretary.post(points, { unitIds: [host], kind: 'central' })
  const delegates = [{ name, rank: image, position }, { position: sentence.slice(0, 300) }]
  await secretary.post(`${points}/${site}/delegates`, { delegates })
  await secretary.post(`${points}/${centre}/delegates`, { delegates })
}

const appoint = async (path: string, secretary: Desk) => {
  const scope = `conference:${path.split('/').at(-1)}`
  for (const [role, q] of [
    ['chair', 'Lê Quốc Hùng'],
    ['secretary', 'Nguyễn Thị Minh Hà'],
  ]) {
    const { items } = await secretary.get<{ items: { id: string }[] }>(`/persons?q=${q}&limit=1`)
    await secretary.post('/grants', { personId: items[0]?.id, role, scope })
  }
}

const takeRoll = async (path: string, operator: Desk) => {
  const point = `${path}/bridge-points/${site}`
  const { items } = await operator.get<{ items: { id: string }[] }>(`${point}/delegates`)
  const marks = items.map(({ id }) => ({ delegateId: id, state: 'absent', reason: image }))
  await operator.post(`${point}/roll-call`, { marks: marks.slice(1) })
}

/** @returns the contribution's id */
const begin = async (home: Home, path: string, secretary: Desk, operator: Desk) => {
  const author = { name, position }
  const paper = { title: sentence, text: sentence, unitId: ninhBinh, author }
  const { id } = await operator.post<{ id: string }>(`${path}/contributions`, paper)
  await secretary.post(`${path}/contributions/${id}/return`, { note: sentence })
  await secretary.post(`${path}/open`, { confirmed: true })
  await operator.post(`${path}/bridge-points/${site}/join`)
  await operator.post(`${path}/bridge-points/${site}/faults`, { kind: 'sound', note: sentence.slice(0, 500) })
  await secretary.post(`${path}/notices`, { text: sentence.slice(0, 1000) })
  home.setClock?.(new Date(at('14:00')))
  await secretary.post(`${path}/start`)
  await takeRoll(path, operator)
  await secretary.post(`${path}/floor/open`, {})
  const asked = { unitId: ninhBinh, speaker: { name, position } }
  await operator.post(`${path}/floor/requests`, asked)
  await secretary.post(`${path}/floor/call`, {})
  await operator.post(`${path}/floor/requests`, { ...asked, kind: 'point-of-order' })
  await secretary.post(`${path}/directives`, { text: sentence, saidBy: name, owners: image })
  await secretary.post(`${path}/figures`, { said: image, subject: script })
  return id
}

const finish = async (home: Home, path: string, secretary: Desk) => {
  const chair = await takeSeat(home.origin, 'chutri')
  await chair.post(`${path}/close`)
  home.setClock?.(new Date(at('16:40')))
  await settle(path, secretary, () => undefined)
  await secretary.post(`${path}/minutes/draft`)
  await secretary.post(`${path}/minutes/blocks`, { kind: 'report', text: sentence })
  await secretary.post(`${path}/minutes/submit`)
  await sealMinutes(path, secretary, chair, () => undefined)
  const archivist = await takeSeat(home.origin, 'luutru')
  const { items } = await archivist.get<{ items: { id: string }[] }>('/archive')
  return items[0]?.id ?? ''
}

/**
 * In session, with somebody speaking.
 * @returns the ids pages need, and what ends and seals it
 */
export const hostileConference = async (home: Home) => {
  await seedAccounts(home.origin)
  const secretary = await takeSeat(home.origin, 'thuky')
  const agenda = conference.agenda.map((item) => ({ ...item, title: sentence.slice(0, 500) }))
  const draft = { ...conference, title, venue: sentence.slice(0, 300), agenda }
  const { id } = await secretary.post<{ id: string }>('/conferences', draft)
  const path = `/conferences/${id}`
  await appoint(path, secretary)
  await invite(path, secretary)
  await secretary.post(`${path}/schedule`)
  const operator = await takeSeat(home.origin, 'ninhbinh')
  const contribution = await begin(home, path, secretary, operator)
  const delegates = `${path}/bridge-points/${site}/delegates`
  const { items } = await operator.get<{ items: { id: string }[] }>(delegates)
  const { url } = await operator.post<{ url: string }>(`${delegates}/${items[0]?.id}/personal-link`)
  const ids = { conference: id, contribution, point: site, link: url.replace(home.origin, ''), record: '' }
  return {
    ids,
    refused: () => secretary.post('/conferences', { ...draft, title: [directionTurned] }),
    seal: () => finish(home, path, secretary),
  }
}
