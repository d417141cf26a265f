// Whose picture is large while nobody has the floor: whoever is heard, without jumping at every cough. Pure.

export type Heard = {
  /** Loudness of each seat over the last seconds. */
  scores: ReadonlyMap<string, number>
  seat: string | undefined
  /** Since when, in milliseconds. */
  since: number
}

export const nobodyHeard: Heard = { scores: new Map(), seat: undefined, since: 0 }

const memory = 0.75
const audible = 0.04
/** How much louder somebody else must be. */
const clearly = 1.4
const leastMs = 2_000

const loudest = (scores: ReadonlyMap<string, number>): [string | undefined, number] => {
  let found: [string | undefined, number] = [undefined, 0]
  for (const [seat, score] of scores) if (score > found[1]) found = [seat, score]
  return found
}

/**
 * @param volumes of each seat present, from 0 to 1; told at a steady pace
 * @param now milliseconds
 */
export const hear = (before: Heard, volumes: ReadonlyMap<string, number>, now: number): Heard => {
  const scores = new Map(
    [...volumes].map(([seat, volume]) => [
      seat,
      memory * (before.scores.get(seat) ?? 0) + (1 - memory) * volume,
    ]),
  )
  const here = before.seat !== undefined && volumes.has(before.seat) ? before.seat : undefined
  const [seat, score] = loudest(scores)
  const kept = { scores, seat: here, since: before.since }
  if (seat === undefined || score < audible || seat === here) return kept
  if (here === undefined) return { scores, seat, since: now }
  const waits = now - before.since < leastMs
  return waits || score < clearly * (scores.get(here) ?? 0) ? kept : { scores, seat, since: now }
}
