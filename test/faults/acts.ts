// Acts of operators while something dies under them: through HTTP alone, each with its key, all of them accounted for.
import { randomUUID } from 'node:crypto'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'

type Answer = { id: string; event: string }
type Event = { id: string; name: string; subject: string; data: { note?: string } }
type Site = { unitId: string; pointId: string; operator: string }

type Kind = {
  path: (site: Site) => string
  body: (site: Site, intent: string) => object
  /** What tells this act from all others in the log, by the answer to it and by its event. */
  told: (answer: Answer, intent: string) => string
  logged: (event: Event) => string
}

const person = { position: 'Phó Giám đốc' }
const checks = { picture: 'pass', sound: 'pass', network: 'pass' }

/** By the name of the event each leaves. */
const kinds: Record<string, Kind> = {
  'contribution.submitted': {
    path: () => '/contributions',
    body: ({ unitId }, intent) => ({ unitId, title: intent, text: intent, author: person }),
    told: ({ id }) => id,
    logged: ({ subject }) => subject,
  },
  'floor.requested': {
    path: () => '/floor/requests',
    body: ({ unitId }) => ({ unitId, speaker: person }),
    told: ({ id }) => id,
    logged: ({ subject }) => subject,
  },
  'roll-call.taken': {
    path: ({ pointId }) => `/bridge-points/${pointId}/roll-call`,
    body: () => ({ headCount: 17 }),
    told: ({ event }) => event,
    logged: ({ id }) => id,
  },
  'readiness.checked': {
    path: ({ pointId }) => `/bridge-points/${pointId}/readiness`,
    body: (_, note) => ({ checks, note }),
    told: (_, intent) => intent,
    logged: ({ data }) => data.note ?? '',
  },
}

type Act = { site: Site; name: string; intent: string; told?: string }

/** Everything asked for so far, acknowledged or not. */
export const openLedger = (conference: string, sites: Site[]) => {
  const acts: Act[] = []
  const path = `/conferences/${conference}`

  let seated: Promise<{ site: Site; desk: Desk }[]>

  /** Everyone signs in, as they must after each start of the home. */
  const signIn = async (origin: string): Promise<void> => {
    seated = Promise.all(sites.map(async (site) => ({ site, desk: await takeSeat(origin, site.operator) })))
    await seated
  }

  const ask = async (desk: Desk, { site, name, intent }: Act): Promise<string> => {
    const kind = kinds[name] as Kind
    const answer = await desk.post<Answer>(`${path}${kind.path(site)}`, kind.body(site, intent), intent)
    return kind.told(answer, intent)
  }

  /** Operators act one after another without rest, each at a desk, until stopped or refused. */
  const begin = async () => {
    let stopped = false
    let refused: unknown
    const names = Object.keys(kinds)
    const work = async (site: Site, desk: Desk) => {
      for (let at = 0; !stopped; at++) {
        const act: Act = { site, name: names[at % names.length] ?? '', intent: randomUUID() }
        acts.push(act)
        try {
          act.told = await ask(desk, act)
        } catch (error) {
          refused = error
          stopped = true
        }
      }
    }
    const done = Promise.all((await seated).map(({ site, desk }) => work(site, desk)))
    return {
      /** Resolves to what was refused, if anything was. */
      stop: async () => {
        stopped = true
        await done
        return refused
      },
    }
  }

  /**
   * Asks again, with the same keys, whatever got no answer and the last of each operator's that did.
   * @returns the second answers that differ from the first
   */
  const repeat = async (): Promise<Act[]> => {
    const differing: Act[] = []
    const atSite = async ({ site, desk }: { site: Site; desk: Desk }) => {
      const own = acts.filter((act) => act.site === site)
      const last = own.filter(({ told }) => told).slice(-Object.keys(kinds).length)
      for (const act of [...last, ...own.filter(({ told }) => !told)]) {
        const told = await ask(desk, act)
        if (act.told && act.told !== told) differing.push(act)
        act.told = told
      }
    }
    await Promise.all((await seated).map(atSite))
    return differing
  }

  /** The acts acknowledged, and those the conference's log holds: the same, should nothing be lost or doubled. */
  const compare = async (origin: string) => {
    const secretary = await takeSeat(origin, 'thuky')
    const log = await wholeList<Event>(secretary, `${path}/events?limit=200`)
    const logged = log.flatMap((event) => kinds[event.name]?.logged(event) ?? [])
    return { acknowledged: acts.map(({ told }) => told).sort(), logged: logged.sort() }
  }

  /** What of the acknowledged contributions and floor requests is not to be read where people read them. */
  const missing = async (origin: string): Promise<Act[]> => {
    const secretary = await takeSeat(origin, 'thuky')
    const papers = await wholeList<Answer>(secretary, `${path}/contributions?limit=100`)
    const { queue } = await secretary.get<{ queue: Answer[] }>(`${path}/floor`)
    const shown = new Set([...papers, ...queue].map(({ id }) => id))
    return acts.filter(
      ({ name, told = '' }) => /contribution|floor/.test(name) && told !== '' && !shown.has(told),
    )
  }

  const acknowledged = () => acts.filter(({ told }) => told).length

  return { acknowledged, signIn, begin, repeat, compare, missing }
}

/** Every page of a list, in order. */
export const wholeList = async <T>(desk: Desk, path: string): Promise<T[]> => {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const page = await desk.get<{ items: T[]; cursor?: string }>(`${path}${more}`)
    items.push(...page.items)
    cursor = page.cursor
  } while (cursor)
  return items
}
