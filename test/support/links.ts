// Delegates who hold a personal link, as clients; and links that open nothing.
import { linkItem, sealLink } from '#functions/personal-links/entity.ts'
import { newId } from '#functions/shared/new-id.ts'
import type { Client } from './api.ts'
import { sure } from './archive.ts'
import { plant } from './plant.ts'
import { at, type Stage, type World } from './world.ts'

const pointOf = (world: World, stage: Stage) => at(world, stage, `/bridge-points/${world.ids.point}`)

/** A client that shows a link and nothing else. @param name says which it is, in `personId` */
const holder = ({ home }: World, sealed: string, name: string): Client => {
  const headers = { Authorization: `Link ${sealed}` }
  const nobody = home.as(`link:${name}`, name)
  const shows = <E extends { headers?: Record<string, string> }>(extra: E | undefined) => ({
    ...extra,
    headers: { ...extra?.headers, ...headers },
  })
  return {
    ...nobody,
    get: (path, extra) => nobody.get(path, shows(extra)),
    post: (path, body, extra) => nobody.post(path, body, shows(extra)),
    put: (path, body, extra) => nobody.put(path, body, shows(extra)),
  }
}

const issue = async (world: World, stage: Stage) => {
  const delegates = [{ name: `Đại biểu ${newId('dlg').slice(-6)}`, position: 'Trưởng phòng' }]
  const path = `${pointOf(world, stage)}/delegates`
  const { items } = await sure(world.operator.post(path, { delegates }), 201)
  const link = `${path}/${items[0].id}/personal-link`
  const { url } = await sure(world.operator.post(link))
  return { link, sealed: String(url).split('#')[1] ?? '', delegate: items[0].id as string }
}

const issued = new Map<string, Client>()

/** Somebody who holds a link of that conference, always the same. */
export const linkOf = async (world: World, stage: Stage): Promise<Client> => {
  const key = `${world.ids[stage]}`
  const client = issued.get(key) ?? holder(world, (await issue(world, stage)).sealed, stage)
  issued.set(key, client)
  return client
}

/** A delegate of a conference not yet begun, new each time, with a paper of their own and the code of their point. */
export const ownLink = async (world: World): Promise<Client> => {
  const { sealed, delegate } = await issue(world, 'open')
  const client = holder(world, sealed, delegate)
  const paper = { title: 'Tham luận', text: 'Nội dung' }
  world.ids['own.paper'] = (await sure(client.post('/api/personal/contributions', paper), 201)).id
  const { code } = await sure(world.operator.get(`${pointOf(world, 'open')}/check-ins/code`))
  world.ids['own.code'] = code
  return client
}

const dead = new WeakMap<World, Promise<Client[]>>()

/** Changed, revoked, given out before a revocation, and of a conference that is over. */
const makeDeadLinks = async (world: World): Promise<Client[]> => {
  const [changed, revoked, renewed] = [
    await issue(world, 'open'),
    await issue(world, 'open'),
    await issue(world, 'open'),
  ]
  await sure(world.operator.post(`${revoked.link}/revoke`))
  await sure(world.operator.post(`${renewed.link}/revoke`))
  await sure(world.operator.post(renewed.link))
  const place = {
    conferenceId: world.ids.closed ?? '',
    pointId: world.ids.point ?? '',
    delegateId: newId('dlg'),
  }
  const over = { ...place, issue: 1, revoked: false, issuedAt: '2022-11-01T00:00:00.000Z', version: 1 }
  await plant([linkItem(over)])
  const other = changed.sealed.startsWith('A') ? 'B' : 'A'
  return [
    holder(world, `${other}${changed.sealed.slice(1)}`, 'changed'),
    holder(world, changed.sealed.split('.')[0] ?? '', 'unsealed'),
    holder(world, revoked.sealed, 'revoked'),
    holder(world, renewed.sealed, 'of an earlier issue'),
    holder(world, await sealLink(over), 'over'),
  ]
}

export const deadLinks = (world: World): Promise<Client[]> => {
  const made = dead.get(world) ?? makeDeadLinks(world)
  dead.set(world, made)
  return made
}
