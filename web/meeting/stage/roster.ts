// Who is in the room, as the media service tells: each seat once, whether it is muted, how its line is, how loud it is.
// The service tells of presence once only, so a roster begins with its session; whoever asks later is given the same.
import type { AudioVideoFacade } from 'amazon-chime-sdk-js'
import { sharerOf } from './content.rules.ts'

export type Told = Pick<
  AudioVideoFacade,
  | 'realtimeSubscribeToAttendeeIdPresence'
  | 'realtimeSubscribeToVolumeIndicator'
  | 'realtimeUnsubscribeFromVolumeIndicator'
>

export type Occupant = {
  attendeeId: string
  seat: string
  muted: boolean
  /** From 0, nothing comes through, to 1. */
  signal: number
}

type Listener = () => void

export class Roster {
  readonly #told: Told
  readonly #listeners = new Set<Listener>()
  readonly #volumes = new Map<string, number>()
  #occupants: readonly Occupant[] = []

  constructor(told: Told) {
    this.#told = told
    told.realtimeSubscribeToAttendeeIdPresence((attendeeId, present, externalUserId) => {
      if (present) this.#came(attendeeId, externalUserId ?? '')
      else this.#went(attendeeId)
    })
  }

  readonly occupants = (): readonly Occupant[] => this.#occupants

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** From 0 to 1; told five times a second, so nobody is told of a change. */
  readonly volume = (attendeeId: string): number => this.#volumes.get(attendeeId) ?? 0

  #tell(occupants: readonly Occupant[]): void {
    this.#occupants = occupants
    for (const listener of this.#listeners) listener()
  }

  #came(attendeeId: string, externalUserId: string): void {
    if (this.#occupants.some((one) => one.attendeeId === attendeeId)) return
    const occupant = { attendeeId, seat: sharerOf(externalUserId), muted: false, signal: 1 }
    this.#tell([...this.#occupants, occupant])
    this.#told.realtimeSubscribeToVolumeIndicator(attendeeId, this.#heard)
  }

  #went(attendeeId: string): void {
    this.#volumes.delete(attendeeId)
    this.#told.realtimeUnsubscribeFromVolumeIndicator(attendeeId, this.#heard)
    this.#tell(this.#occupants.filter((one) => one.attendeeId !== attendeeId))
  }

  readonly #heard = (
    attendeeId: string,
    volume: number | null,
    muted: boolean | null,
    signal: number | null,
  ): void => {
    if (volume !== null) this.#volumes.set(attendeeId, volume)
    const known = this.#occupants.find((one) => one.attendeeId === attendeeId)
    if (!known) return
    const now = { ...known, muted: muted ?? known.muted, signal: signal ?? known.signal }
    if (now.muted === known.muted && now.signal === known.signal) return
    this.#tell(this.#occupants.map((one) => (one === known ? now : one)))
  }
}

const rosters = new WeakMap<Told, Roster>()

/** The one roster of a session; first asked for before the session starts. */
export const rosterOf = (told: Told): Roster => {
  const known = rosters.get(told) ?? new Roster(told)
  rosters.set(told, known)
  return known
}
