// Read the link of a point and its faults: what happened, who holds it now, what is wrong.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { atLink, atPoint } from './at-point.ts'
import { findLink, loadPoint } from './entity.ts'
import type { Fault, ShownFault } from './faults.schema.ts'
import { loadFault, loadFaults, loadOpenFaults } from './faults.ts'
import { loadHeard } from './heard.ts'
import { newLink } from './link.rules.ts'
import type { Joined, ShownLink } from './link.schema.ts'
import { loadPages } from './pages.ts'
import { shownLink } from './shown-link.rules.ts'
import type { Link } from './stored.schema.ts'

/** The link with who holds it, the pages that are open and the faults that are: the technical part of a point. */
export const readTechnical = async (actor: Actor, conferenceId: string, pointId: string) => {
  const [link, heard, pages, faults] = await Promise.all([
    findLink(conferenceId, pointId),
    loadHeard(conferenceId, pointId),
    loadPages(conferenceId, pointId),
    loadOpenFaults(conferenceId, pointId),
  ])
  const shown: ShownLink = shownLink(link ?? newLink(conferenceId, pointId), {
    at: now().toISOString(),
    heard,
    reader: actor.sub,
  })
  return { link: shown, pages, faults: faults.open }
}

/** What joining and leaving answer: the session and the link as it stands. Never credentials of the media. */
export const joinedAs = async (
  actor: Actor,
  { session, link }: { session: string; link: Link },
): Promise<Joined> => {
  const heard = await loadHeard(link.conferenceId, link.pointId)
  return { session, link: shownLink(link, { at: now().toISOString(), heard, reader: actor.sub }) }
}

/** The same for a repeated request, from the link as it stands now. */
export const joinedAgain = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  session: string,
): Promise<Joined> => {
  const { link } = await atLink(actor, 'point:link', conferenceId, pointId)
  return joinedAs(actor, { session, link })
}

export const shownFault = ({ conferenceId: _, pointId: __, version: ___, ...fault }: Fault): ShownFault =>
  fault

/** One fault, for the answer to a repeated request. */
export const faultAgain = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  id: string,
): Promise<Fault> => {
  await atPoint(actor, 'point:fault', conferenceId, pointId)
  return loadFault(conferenceId, pointId, id)
}

/** Every fault of a point, open or over, the latest reported first. */
export const readFaults = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
): Promise<ShownFault[]> => {
  await readConference(actor, conferenceId)
  const [, faults] = await Promise.all([loadPoint(conferenceId, pointId), loadFaults(conferenceId, pointId)])
  return faults.map(shownFault)
}
