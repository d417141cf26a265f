// One page's stay in the room, from asking for the seat to having left: sits down, sits down again when the line was
// lost, and tells at every step how it stands. Knows no component; what it needs of the world is given.
import type { RoomEntry } from '#functions/media/schema.ts'
import { asProblem } from '#web/lib/problem.ts'
import type { Asking } from './ask.ts'
import type { Connection, Heard, Wishes } from './connection.ts'
import { retryMs, spreadMs } from './retry.rules.ts'
import { isFinal, type Seated, type Shown, type Standing, type Why } from './standing.ts'
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
  #shown: Shown = { standing: { at: 'lobby' } }
  /** What was begun under an earlier turn changes nothing any more. */
  #turn = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #meeting: string | undefined
  #attempt = 0
  #lostAt: number | undefined

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async enter(takeOver = false): Promise<void> {
    await this.#drop()
    this.#attempt = 0
    this.#lostAt = undefined
    this.#stand({ at: 'asking' })
    await this.#follow(this.#deps.ask.enter(takeOver))
  }

  /** Does not wait for the end of a pause. */
  retryNow = (): void => {
    if (this.#shown.standing.at === 'reconnecting' || this.#shown.standing.at === 'refused')
      void this.#follow(this.#deps.ask.again())
  }

  leave = (): Promise<void> => this.#end('left')

  /** Back to the lobby, from wherever on the way. */
  cancel = async (): Promise<void> => {
    await this.#drop()
    this.#stand({ at: 'lobby' })
    await this.#deps.ask.leave('left').catch(() => undefined)
  }

  /** Another page, or the centre, has ended the session of the link. */
  displaced = (): Promise<void> => this.#end('displaced', 'dropped')

  /** The page is going, and may come back: nothing is waited for. */
  vanish = (): void => {
    void this.#deps.ask.leave('dropped').catch(() => undefined)
    void this.#drop()
    this.#stand({ at: 'lobby' })
  }

  /** At its turn, for a seat in a replica. @returns whether it is in the primary meeting now */
  async promote(): Promise<boolean> {
    const { seated } = this.#shown
    const entry = await this.#deps.ask.again().catch(() => undefined)
    if (!seated || entry?.state !== 'ready' || !entry.promotion) return false
    if (!(await seated.connection.promote(entry.promotion))) return false
    this.#seat({ promotedAs: entry.promotion.AttendeeId })
    if (this.#deps.wishes().seen) seated.connection.audioVideo.startLocalVideoTile()
    return true
  }

  demote(): void {
    this.#shown.seated?.connection.demote()
    this.#seat({ promotedAs: undefined })
  }

  #stand(standing: Standing): void {
    this.#shown = { ...this.#shown, standing }
    this.#deps.show(this.#shown)
  }

  #seat(change: Partial<Seated>): void {
    if (!this.#shown.seated) return
    this.#shown = { ...this.#shown, seated: { ...this.#shown.seated, ...change } }
    this.#deps.show(this.#shown)
  }

  async #drop(): Promise<void> {
    this.#turn += 1
    clearTimeout(this.#timer)
    const { seated, standing } = this.#shown
    this.#shown = { standing }
    await seated?.connection.stop().catch(() => undefined)
  }

  async #end(why: Why, how: 'left' | 'dropped' = 'left'): Promise<void> {
    await this.#drop()
    this.#stand({ at: 'over', why })
    await this.#deps.ask.leave(how).catch(() => undefined)
  }

  #later(ms: number, act: () => Promise<void>): void {
    clearTimeout(this.#timer)
    const turn = this.#turn
    this.#timer = setTimeout(() => turn === this.#turn && void act(), ms)
  }

  #askLater(ms: number, stale?: string): void {
    this.#later(ms, () => this.#follow(this.#deps.ask.again(stale)))
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
    const { standing } = this.#shown
    if (entry.state === 'refused') this.#stand({ at: 'refused', quota: entry.quota })
    else this.#stand({ at: 'preparing', since: standing.at === 'preparing' ? standing.since : Date.now() })
    const seconds = entry.state === 'refused' ? refusedSeconds : entry.retrySeconds
    this.#askLater(spreadMs(seconds, Math.random()))
  }

  async #fail(error: unknown): Promise<void> {
    const problem = asProblem(error)
    if (this.#lostAt !== undefined && !isFinal(problem)) return this.#again()
    await this.#drop()
    this.#stand(
      problem.slug === 'link-held' ? { at: 'held', held: problem.held } : { at: 'problem', problem },
    )
  }

  /** After a loss: a growing pause that is counted down, then the seat is asked for anew. */
  #again(stale?: string): void {
    const since = this.#lose()
    const ms = retryMs(this.#attempt, Math.random())
    this.#attempt += 1
    this.#stand({ at: 'reconnecting', since, until: Date.now() + ms })
    this.#askLater(ms, stale)
  }

  #lose(): number {
    this.#lostAt ??= Date.now()
    return this.#lostAt
  }

  /** What was open stays open, and nothing else is opened. */
  #wishes(): Wishes {
    const wished = this.#deps.wishes()
    const before = this.#shown.seated?.connection.audioVideo
    if (!before) return wished
    return {
      ...wished,
      heard: wished.maySpeak && !before.realtimeIsLocalAudioMuted(),
      seen: before.hasStartedLocalVideoTile(),
    }
  }

  async #sitDown(entry: Ready): Promise<void> {
    const turn = this.#turn
    const wishes = this.#wishes()
    this.#meeting = entry.meeting.MeetingId
    if (this.#lostAt === undefined) this.#stand({ at: 'connecting' })
    await this.#shown.seated?.connection.stop().catch(() => undefined)
    const connection = await this.#deps.connect(entry, wishes, this.#heard(turn, wishes))
    if (turn !== this.#turn) return connection.stop()
    const seated = { connection, replica: entry.part === 'replica', mayShow: true }
    this.#shown = { standing: this.#shown.standing, seated }
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
      lost: own((forMs) => {
        const since = this.#lose()
        this.#stand({ at: 'reconnecting', since, until: Date.now() + forMs })
      }),
      stopped: own((code) => this.#stopped(code)),
      demoted: own(() => this.#seat({ promotedAs: undefined })),
      mayShow: own((mayShow) => this.#seat({ mayShow })),
    }
  }

  #started(seen: boolean): void {
    this.#attempt = 0
    this.#lostAt = undefined
    const { seated } = this.#shown
    this.#stand({ at: 'in' })
    if (seated && !seated.replica && seen && !seated.connection.lacks.camera)
      seated.connection.audioVideo.startLocalVideoTile()
  }

  #stopped(code: number): void {
    const next = afterStop(code)
    if (next === 'over') return
    if (next === 'again' || next === 'stale') return this.#again(next === 'stale' ? this.#meeting : undefined)
    void this.#end(next, next === 'elsewhere' ? 'dropped' : 'left')
  }
}
