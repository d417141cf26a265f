// One page's stay in the room: sits down, sits down again when the line was lost, and tells at every step how it stands.
import type { RoomEntry } from '#functions/media/schema.ts'
import { asProblem } from '#web/lib/problem.ts'
import type { Asking } from './ask.ts'
import type { Connection, Heard, Wishes } from './connection.ts'
import { retryMs, spreadMs } from './retry.rules.ts'
import { ShownStay } from './shown.ts'
import { isFinal, isPausing, type Shown, type Why } from './standing.ts'
import { afterStop } from './status.rules.ts'

type Ready = Extract<RoomEntry, { state: 'ready' }>

type Deps = {
  ask: Asking
  connect: (entry: Ready, wishes: Wishes, heard: Heard) => Promise<Connection>
  /** How to sit down, as wished just now. */
  wishes: () => Wishes
  show: (shown: Shown) => void
}

/** A quota may be raised, or room be made, meanwhile. */
const refusedSeconds = 20

export class RoomSession {
  readonly #deps: Deps
  readonly #stay: ShownStay
  /** What was begun under an earlier turn changes nothing any more. */
  #turn = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #meeting: string | undefined
  #attempt = 0
  #lostAt: number | undefined

  constructor(deps: Deps) {
    this.#deps = deps
    this.#stay = new ShownStay(deps.show)
  }

  async enter(takeOver = false): Promise<void> {
    await this.#drop()
    this.#attempt = 0
    this.#lostAt = undefined
    this.#stay.stand({ at: 'asking' })
    await this.#follow(this.#deps.ask.enter(takeOver))
  }

  /** Does not wait for the end of a pause. */
  retryNow = (): void => {
    if (isPausing(this.#stay.standing)) void this.#follow(this.#deps.ask.again())
  }

  leave = (): Promise<void> => this.#end('left')

  /** Back to the lobby, from wherever on the way. */
  cancel = async (): Promise<void> => {
    void this.#drop()
    this.#stay.stand({ at: 'lobby' })
    await this.#deps.ask.leave('left').catch(() => undefined)
  }

  /** Another page, or the centre, has ended the session of the link. */
  displaced = (): Promise<void> => this.#end('displaced', 'dropped')

  /** The page is going, and may come back: nothing is waited for. */
  vanish = (): void => {
    void this.#deps.ask.leave('dropped').catch(() => undefined)
    void this.#drop()
    this.#stay.stand({ at: 'lobby' })
  }

  /** At its turn, for a seat in a replica. @returns whether it is in the primary meeting now */
  async promote(): Promise<boolean> {
    const { seated } = this.#stay
    const entry = await this.#deps.ask.again().catch(() => undefined)
    if (!seated || entry?.state !== 'ready' || !entry.promotion) return false
    if (!(await seated.connection.promote(entry.promotion))) return false
    this.#stay.change({ promotedAs: entry.promotion.AttendeeId })
    if (this.#deps.wishes().seen) void seated.connection.show()
    return true
  }

  demote(): void {
    this.#stay.seated?.connection.demote()
    this.#stay.change({ promotedAs: undefined })
  }

  async #drop(): Promise<void> {
    this.#turn += 1
    clearTimeout(this.#timer)
    await this.#stay.clear()
  }

  async #end(why: Why, how: 'left' | 'dropped' = 'left'): Promise<void> {
    void this.#drop()
    this.#stay.stand({ at: 'over', why })
    await this.#deps.ask.leave(how).catch(() => undefined)
  }

  #askLater(ms: number, stale?: string): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#follow(this.#deps.ask.again(stale)), ms)
  }

  /** Takes what is answered for what is so, unless something else was begun meanwhile. */
  async #follow(asked: Promise<RoomEntry>): Promise<void> {
    this.#turn += 1
    clearTimeout(this.#timer)
    const turn = this.#turn
    try {
      const entry = await asked
      if (turn === this.#turn) await this.#take(entry)
    } catch (error) {
      if (turn === this.#turn) await this.#fail(error)
    }
  }

  async #take(entry: RoomEntry): Promise<void> {
    if (entry.state === 'ready') return this.#sitDown(entry)
    if (entry.state === 'closed') return this.#end('ended')
    const refused = entry.state === 'refused'
    const ms = spreadMs(refused ? refusedSeconds : entry.retrySeconds, Math.random())
    if (refused) this.#stay.stand({ at: 'refused', quota: entry.quota })
    else if (this.#lostAt !== undefined) this.#pause(ms)
    else this.#stay.stand({ at: 'preparing', since: this.#preparingSince() })
    this.#askLater(ms)
  }

  #preparingSince(): number {
    const { standing } = this.#stay
    return standing.at === 'preparing' ? standing.since : Date.now()
  }

  async #fail(error: unknown): Promise<void> {
    const problem = asProblem(error)
    // Another page has taken the seat while this one was not looking.
    if (problem.slug === 'session-unknown') return this.displaced()
    if (this.#lostAt !== undefined && !isFinal(problem)) return this.#again()
    void this.#drop()
    this.#stay.stand(
      problem.slug === 'link-held' ? { at: 'held', held: problem.held } : { at: 'problem', problem },
    )
  }

  /** After a loss: a growing pause, then the seat is asked for anew. */
  #again(stale?: string): void {
    const ms = retryMs(this.#attempt, Math.random())
    this.#attempt += 1
    this.#pause(ms)
    this.#askLater(ms, stale)
  }

  /** Counted down on the screen; what was seen last stays there. */
  #pause(ms: number): void {
    this.#lostAt ??= Date.now()
    this.#stay.stand({ at: 'reconnecting', until: Date.now() + ms })
  }

  async #sitDown(entry: Ready): Promise<void> {
    const turn = this.#turn
    const wishes = this.#stay.wishes(this.#deps.wishes())
    this.#meeting = entry.meeting.MeetingId
    if (this.#lostAt === undefined) this.#stay.stand({ at: 'connecting' })
    await this.#stay.seated?.connection.stop().catch(() => undefined)
    const connection = await this.#deps.connect(entry, wishes, this.#heard(turn, wishes))
    if (turn !== this.#turn) return connection.stop()
    this.#stay.sit(connection, entry.part === 'replica')
    connection.start()
  }

  #heard(turn: number, { seen }: Wishes): Heard {
    const own =
      <Told extends unknown[]>(act: (...told: Told) => void) =>
      (...told: Told): void => {
        if (turn === this.#turn) act(...told)
      }
    return {
      started: own(() => this.#started(seen)),
      lost: own((forMs) => this.#pause(forMs)),
      stopped: own((code) => this.#stopped(code)),
      demoted: own(() => this.#stay.change({ promotedAs: undefined })),
      mayShow: own((mayShow) => this.#stay.change({ mayShow })),
    }
  }

  #started(seen: boolean): void {
    this.#attempt = 0
    this.#lostAt = undefined
    const { seated } = this.#stay
    this.#stay.stand({ at: 'in' })
    if (seated && !seated.replica && seen && !seated.connection.lacks.camera)
      seated.connection.audioVideo.startLocalVideoTile()
  }

  #stopped(code: number): void {
    const next = afterStop(code)
    if (next === 'over') return
    if (next === 'again' || next === 'stale') this.#again(next === 'stale' ? this.#meeting : undefined)
    else void this.#end(next, next === 'elsewhere' ? 'dropped' : 'left')
  }
}
