// In which order the seats of a room are shown, and which of them is large. Pure.

export type Present = {
  seat: string
  attendeeId: string
  own: boolean
  /** Sends a picture. */
  sends: boolean
}

export type House = {
  /** The point that has the floor. */
  called: string | undefined
  /** The centre's point. */
  central: string | undefined
  /** Each point's place in the order of the board. */
  places: ReadonlyMap<string, number>
}

const rankOf = ({ seat, own, sends }: Present, { called, central }: House): number => {
  if (seat === called) return 0
  if (seat === 'chair') return 1
  if (seat === central) return 2
  if (own) return 3
  if (seat === 'desk') return 6
  return sends ? 4 : 5
}

const last = Number.MAX_SAFE_INTEGER

/** Who has the floor, the chair, the centre, ourselves, then by the board, those with a picture first. The desk is seen only with one. */
export const ordered = <One extends Present>(present: readonly One[], house: House): One[] => {
  const placeOf = ({ seat }: Present) => house.places.get(seat) ?? last
  return present
    .filter(({ seat, sends, own }) => seat !== 'desk' || sends || own)
    .toSorted(
      (a, b) =>
        rankOf(a, house) - rankOf(b, house) ||
        placeOf(a) - placeOf(b) ||
        (a.attendeeId < b.attendeeId ? -1 : 1),
    )
}

/**
 * The large one: whoever has the floor, else whoever is heard, else the chair or the centre. Never ourselves while there
 * is anybody else: nobody speaks well to their own mirror.
 */
export const mainOf = <One extends Present>(
  seats: readonly One[],
  { called, heard }: { called: string | undefined; heard: string | undefined },
): One | undefined => {
  const others = seats.filter(({ own }) => !own)
  const at = (wanted: string | undefined) => others.find(({ seat }) => seat === wanted)
  return at(called) ?? at(heard) ?? others.find(({ seat }) => seat !== 'desk') ?? others[0] ?? seats[0]
}
