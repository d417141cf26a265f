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

const names = Object.keys(kinds)

/** Everything asked of one conference so far, acknowledged or not. */
export class Ledger {
  readonly #path: string
  readonly #sites: Site[]
  readonly #acts: Act[] = []
  #seated: { site: Site; desk: Desk }[] = []

  constructor(conference: string, sites: Site[]) {
    this.#path = `/conferences/${conference}`
    this.#sites = sites
  }

  get acknowledged(): number {
    return this.#acts.filter(({ told }) => told).length
  }

  /** Everyone signs in, as they must after each start of the home. */
  async signIn(origin: string): Promise<void> {
    const seats = this.#sites.map(async (site) => ({ site, desk: await takeSeat(origin, site.operator) }))
    this.#seated = await Promise.all(seats)
  }

  async #ask(desk: Desk, { site, name, intent }: Act): Promise<string> {
    const kind = kinds[name] as Kind
    const answer = await desk.post<Answer>(`${this.#path}${kind.path(site)}`, kind.body(site, intent), intent)
    return kind.told(answer, intent)
  }

  /**
   * Operators act one after another without rest, each at a desk, until stopped or refused.
   * @returns stops them and resolves to what was refused, if anything was
   */
  begin(): { stop: () => Promise<unknown> } {
    let stopped = false
    let refused: unknown
    const work = async ({ site, desk }: { site: Site; desk: Desk }) => {
      for (let at = 0; !stopped; at++) {
        const act: Act = { site, name: names[at % names.length] ?? '', intent: randomUUID() }
        this.#acts.push(act)
        try {
          act.told = await this.#ask(desk, act)
        } catch (error) {
          refused = error
          stopped = true
        }
      }
    }
    const done = Promise.all(this.#seated.map(work))
    const stop = async () => {
      stopped = true
      await done
      return refused
    }
    return { stop }
  }

  /**
   * Asks again, with the same keys, whatever got no answer and the last of each operator's that did.
   * @returns the acts whose second answer differs from the first
   */
  async repeat(): Promise<Act[]> {
    const differing: Act[] = []
    const atSite = async ({ site, desk }: { site: Site; desk: Desk }) => {
      const own = this.#acts.filter((act) => act.site === site)
      const last = own.filter(({ told }) => told).slice(-names.length)
      for (const act of [...last, ...own.filter(({ told }) => !told)]) {
        const told = await this.#ask(desk, act)
        if (act.told && act.told !== told) differing.push(act)
        act.told = told
      }
    }
    await Promise.all(this.#seated.map(atSite))
    return differing
  }

  /** The acts acknowledged, and those the conference's log holds: the same, should nothing be lost or doubled. */
  async compare(origin: string) {
    const secretary = await takeSeat(origin, 'thuky')
    const log = await wholeList<Event>(secretary, `${this.#path}/events?limit=200`)
    const logged = log.flatMap((event) => kinds[event.name]?.logged(event) ?? [])
    return { acknowledged: this.#acts.map(({ told }) => told).sort(), logged: logged.sort() }
  }

  /** The acknowledged contributions and floor requests that are not where people read them. */
  async missing(origin: string): Promise<Act[]> {
    const secretary = await takeSeat(origin, 'thuky')
    const papers = await wholeList<Answer>(secretary, `${this.#path}/contributions?limit=100`)
    const { queue } = await secretary.get<{ queue: Answer[] }>(`${this.#path}/floor`)
    const shown = new Set([...papers, ...queue].map(({ id }) => id))
    return this.#acts.filter(
      ({ name, told = '' }) => /contribution|floor/.test(name) && told !== '' && !shown.has(told),
    )
  }
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
