// What CloudFront's access logs tell of readers of bulletins: pages opened by people, when, and by how many. Pure.
import { civilDay } from '#functions/shared/time.ts'
import { Slug } from './public.schema.ts'

/** One page view. `visitor` is whoever asked, still in the clear: it goes no further than the hash. */
export type View = { slug: string; at: string; visitor: string }

/** Whoever says so of themselves, and the usual tools. */
const robots =
  /bot|crawl|spider|slurp|preview|fetch|monitor|curl|wget|python|java\/|go-http|okhttp|axios|headless|lighthouse|facebookexternalhit|scrapy/i

const page = /^\/ban-tin\/([a-z0-9-]+)\/(?:index\.html)?$/

/** CloudFront writes values percent-encoded, some of them twice. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(decodeURIComponent(text))
  } catch {
    return text
  }
}

const viewOf = (fields: ReadonlyMap<string, string>): View | undefined => {
  const [, slug = ''] = page.exec(fields.get('cs-uri-stem') ?? '') ?? []
  const agent = decoded(fields.get('cs(User-Agent)') ?? '-')
  const type = decoded(fields.get('sc-content-type') ?? '')
  const at = `${fields.get('date')}T${fields.get('time')}.000Z`
  const isPage =
    Slug.safeParse(slug).success &&
    fields.get('cs-method') === 'GET' &&
    fields.get('sc-status') === '200' &&
    type.startsWith('text/html')
  if (!isPage || agent === '-' || robots.test(agent) || Number.isNaN(Date.parse(at))) return undefined
  return { slug, at, visitor: `${fields.get('c-ip')} ${agent}` }
}

/** The views in a log file, by the names its own header gives the fields. */
export const viewsIn = (log: string): View[] => {
  let names: string[] = []
  return log.split('\n').flatMap((line) => {
    if (line.startsWith('#Fields:')) names = line.slice('#Fields:'.length).trim().split(/\s+/)
    if (line === '' || line.startsWith('#')) return []
    const values = line.split('\t')
    return viewOf(new Map(names.map((name, at) => [name, values[at] ?? '']))) ?? []
  })
}

/** Civil day in Việt Nam → how many. */
export const byDay = (views: readonly View[]): Map<string, number> => {
  const days = new Map<string, number>()
  for (const { at } of views) days.set(civilDay(at), (days.get(civilDay(at)) ?? 0) + 1)
  return days
}

/** Whoever was seen within so long is there now. */
export const onlineMs = 5 * 60_000
