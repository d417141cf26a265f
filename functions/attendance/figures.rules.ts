// When a delegate was there, by the marks and the link of the point: first join, last leave, gaps, late, left early. Pure.
import {
  type LinkSegment,
  type PointStays,
  type StayWindow,
  staysWithin,
} from '#functions/bridge-points/stays.rules.ts'
import { counts, sourceRank, statementsOf } from './fold.rules.ts'
import type { Mark, Roll } from './roll.schema.ts'

const isThere = ({ state }: Mark) => state === 'present' || state === 'online'

/** A mark that is taken back was of somebody else: it was no stay, and its taking back no leave. */
const withoutTakenBack = (said: readonly Mark[]): Mark[] => {
  const kept: Mark[] = []
  for (const mark of said) {
    if (mark.state === 'unmarked' && mark.rank !== sourceRank.settlement) kept.pop()
    else kept.push(mark)
  }
  return kept
}

/** What was said, oldest first; a settlement leaves only what agrees with it, for it tells no times of its own. */
const marksOf = (roll: Roll, delegateId: string): Mark[] => {
  const said = withoutTakenBack(
    statementsOf(roll, delegateId)
      .filter((mark) => mark.rank > sourceRank['check-in'] && counts(roll, mark))
      .toReversed(),
  )
  const settlement = said.findLast(({ rank }) => rank === sourceRank.settlement)
  if (!settlement) return said
  return said.filter(
    (mark) =>
      mark.rank !== sourceRank.settlement &&
      (mark.at > settlement.at || isThere(mark) === isThere(settlement)),
  )
}

/** When a delegate checked in, where that was confirmed; read from a whole roll. */
export const checkedInAtOf = (roll: Roll, delegateId: string): string | undefined => {
  const said = statementsOf(roll, delegateId)
  const own = said.filter(({ rank }) => rank === sourceRank['check-in'])
  const confirmed = own.find(
    ({ event }) => event === said.find((mark) => mark.event === event && mark.rank > 0)?.event,
  )
  return confirmed && own.find(({ state, at }) => state === 'present' && at <= confirmed.at)?.at
}

type Stretch = { from: string; to: string; there: boolean; inRoom: boolean }

/** A mark holds until the next. Whoever is there at the first was there from the start, or since checking in. */
const stretchesOf = (
  marks: readonly Mark[],
  { from, to }: StayWindow,
  checkedInAt: string | undefined,
): Stretch[] =>
  marks.map((mark, place) => {
    const first = place === 0 && isThere(mark)
    const since = checkedInAt && checkedInAt < mark.at ? checkedInAt : from
    return {
      from: first ? since : mark.at,
      to: marks[place + 1]?.at ?? to,
      there: isThere(mark),
      inRoom: mark.state === 'present',
    }
  })

const cut = (segment: LinkSegment, { from, to }: Stretch): LinkSegment[] => {
  const part = {
    ...segment,
    from: segment.from > from ? segment.from : from,
    to: segment.to < to ? segment.to : to,
  }
  return part.from < part.to ? [part] : []
}

/**
 * In the room one is with the conference while the point is; online, by oneself. A point that was never connected, such
 * as the centre, needs no link.
 */
const segmentsOf = (stretch: Stretch, link: readonly LinkSegment[]): LinkSegment[] => {
  const { from, to, there, inRoom } = stretch
  if (!there) return [{ from, to, state: 'left' }]
  if (!inRoom || link.length === 0) return [{ from, to, state: 'up' }]
  return link.flatMap((segment) => cut(segment, stretch))
}

/** The centre is where the conference is: a device tried there tells nothing of who was. */
export const linkNeeded = (
  { kind }: { kind: string },
  timeline: readonly LinkSegment[],
): readonly LinkSegment[] => (kind === 'central' ? [] : timeline)

/**
 * A delegate's stays within a window.
 * @param link the point's timeline; empty for the centre
 * @param checkedInAt when the delegate checked in, where that was confirmed
 */
export const delegateStays = (
  roll: Roll,
  delegateId: string,
  {
    link,
    window,
    checkedInAt,
  }: {
    link: readonly LinkSegment[]
    window: StayWindow
    checkedInAt?: string | undefined
  },
): PointStays => {
  const stretches = stretchesOf(marksOf(roll, delegateId), window, checkedInAt)
  return staysWithin(
    stretches.flatMap((stretch) => segmentsOf(stretch, link)),
    window,
  )
}
