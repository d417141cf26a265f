// Any route of the API with its own sample request, changed in one way: for tests of input that is wrong.
import { docOf } from '#functions/shared/route.ts'
import { schemaOf } from '#functions/shared/valid.ts'
import { surface } from '#infra/surface.ts'
import type { Answer, Client } from './api.ts'
import { host, unit } from './conference.ts'
import { ownLink } from './links.ts'
import type { Sample } from './sample.ts'
import { pathOf, samples } from './samples.ts'
import { startWorld, type World } from './world.ts'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Every route, as method and path. */
export const routes = [
  ...new Set(surface.filter(({ handler }) => docOf(handler)).map(({ method, path }) => `${method} ${path}`)),
]

/** Whether a route's schema takes this body: where nothing is something, `null` is no wrong value. */
export const accepts = (route: string, body: Json): boolean =>
  surface.some(({ method, path, handler }) => {
    const found = `${method} ${path}` === route ? schemaOf(handler) : undefined
    return found?.target === 'json' && found.schema.safeParse(body).success
  })

/** Whether a route is opened by a personal link instead of an account's token. */
export const isPersonal = (route: string) => route.split(' ')[1]?.startsWith('/api/personal') ?? false

/** Whether a route reads a body, a query or parameters of its path. */
export const takes = (target: 'json' | 'query' | 'param') => (route: string) =>
  surface.some(
    ({ method, path, handler }) => `${method} ${path}` === route && schemaOf(handler)?.target === target,
  )

const sampleOf = (route: string): Sample => {
  const [sample] = samples[route] ?? []
  if (!sample) throw new Error(`${route} has no sample`)
  return sample
}

type How = { body?: Json; raw?: string; headers?: Record<string, string>; path?: string }

/** Whoever may do everything everywhere, so that nothing is refused for want of a role. */
const somebodyWhoMay = ({ home, ids }: World): Promise<Client> => {
  const conferences = Object.values(ids).filter((id) => id.startsWith('cnf_'))
  return home.somebody(
    ['administrator', '*'],
    ['archivist', '*'],
    ['secretariat', `unit:${host}`],
    ['operator', `unit:${unit}`],
    ...conferences.map((id): ['chair', `conference:${string}`] => ['chair', `conference:${id}`]),
  )
}

const lacks = (body: unknown): boolean =>
  body === undefined || (typeof body === 'object' && body !== null && Object.values(body).some(lacks))

/** Makes what a sample names in its path or its body, where the world does not begin with it. */
const supply = async (world: World, { params = {}, body, before }: Sample): Promise<void> => {
  const missing = Object.values(params).some((name) => !world.ids[name])
  if (missing || (body && lacks(body(world)))) await before?.(world)
}

/** A world of its own and the ways to ask it. */
export const startRoutes = async () => {
  const world = await startWorld()
  const { ids } = world
  Object.assign(ids, { disagreement: 'link-without-roll.bpt_ca-ninh-binh', 'req.call': ids['req.skip'] })
  const client = await somebodyWhoMay(world)
  const holder = await ownLink(world)
  for (const route of routes) await supply(world, sampleOf(route))
  const askerOf = (route: string) => (isPersonal(route) ? holder : client)
  const bodyOf = (route: string) => (sampleOf(route).body?.(world) ?? {}) as Json

  /** The route's own sample, changed in one way. */
  const ask = (route: string, how: How = {}): Promise<Answer> => {
    const { body = bodyOf(route), path = pathOf(route, sampleOf(route), world), ...extra } = how
    const asker = askerOf(route)
    if (route.startsWith('GET')) return asker.get(path)
    const send = route.startsWith('PUT') ? asker.put : asker.post
    return send(path, body, { version: 1, ...extra })
  }

  /** A well-formed id that nobody has, in place of a parameter of the path. */
  const strange = (route: string, name: string): string => {
    const { params, in: stage = '' } = sampleOf(route)
    const real = ids[params?.[name] ?? stage] ?? ''
    if (name === 'disagreement') return 'roll-without-link.bpt_ca-ha-nam'
    if (/^[0-9a-f-]{36}$/.test(real)) return real.replace(/.{4}$/, 'ffff')
    if (/^\d+$/.test(real)) return '9999'
    if (/^[0-9a-f]{64}$/.test(real)) return 'f'.repeat(64)
    return /_[0-9A-Z]{26}$/.test(real)
      ? `${real.slice(0, 4)}01GJH00000000000000000000Z`
      : `${real.slice(0, 4)}none`
  }

  /** The path with another id in the place of one parameter. */
  const pathWith = (route: string, name: string, id: string): string =>
    pathOf(route.replace(`:${name}`, '@@'), sampleOf(route), world).replace('@@', id)

  const pathWithQuery = (route: string, query: string): string =>
    pathOf(route, { ...sampleOf(route), query: `?${query}` }, world)

  return { world, client, ask, bodyOf, strange, pathWith, pathWithQuery, stop: () => world.home.stop() }
}
export type Routes = Awaited<ReturnType<typeof startRoutes>>

export const slugOf = ({ body }: Answer) => String(body.type).replace('/problems/', '')

/** The fields a refusal names, by JSON pointer. */
export const pointersOf = ({ body }: Answer): string[] =>
  (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)

export const isProblem = ({ status, headers }: Answer): boolean =>
  status >= 400 && status < 500 && (headers.get('Content-Type') ?? '').startsWith('application/problem+json')

/** Pointers to everything in a body that is no list and no object. */
export const leavesOf = (body: Json, at = ''): string[] => {
  if (typeof body !== 'object' || body === null) return [at]
  const parts = Array.isArray(body) ? body.map((part, index) => [index, part] as const) : Object.entries(body)
  return parts.flatMap(([name, part]) => leavesOf(part, `${at}/${name}`))
}

/** The body with another value where the pointer points. */
export const replaced = (body: Json, pointer: string, by: Json): Json => {
  const [, first, ...rest] = pointer.split('/')
  if (first === undefined) return by
  const deeper = rest.length > 0 ? `/${rest.join('/')}` : ''
  if (Array.isArray(body))
    return body.map((part, index) => (String(index) === first ? replaced(part, deeper, by) : part))
  const fields = body as { [name: string]: Json }
  return { ...fields, [first]: replaced(fields[first] ?? null, deeper, by) }
}
