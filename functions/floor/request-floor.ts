// Ask for the floor: each request is an item of its own, so that no two points ever wait for each other.
import { loadPoints } from '#functions/bridge-points/entity.ts'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { expectNotWithdrawn } from '#functions/bridge-points/points.rules.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { findContribution } from '#functions/contributions/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { putNew } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { expectOwnUnit } from './allow-own.ts'
import { loadFloor, requestItem } from './entity.ts'
import { floorRequested } from './events.ts'
import { expectOpen, expectSession, newRequest } from './rules.ts'
import type { FloorRequest, FloorRequestInput } from './schema.ts'
import { speakerOf } from './speaker.ts'

const expectKnown = async ({ id, hostUnitId }: Conference, input: FloorRequestInput): Promise<void> => {
  const { unitId, contributionId } = input
  const [[point], contribution] = await Promise.all([
    unitId === hostUnitId ? [] : loadPoints(id, [pointIdOf(unitId)]),
    contributionId === undefined ? undefined : findContribution(id, contributionId),
  ])
  if (!point && unitId !== hostUnitId) throw wrongField('unit-not-invited', '/unitId', unitId)
  if (point) expectNotWithdrawn(point)
  if (contributionId !== undefined && contribution?.unitId !== unitId)
    throw wrongField('contribution-unknown', '/contributionId', contributionId)
}

/**
 * Puts a speaker on the list. Its place is the corrected claim of the device, never before the list opened.
 * @throws Problem `not-allowed`, `conference-not-in-session`, `floor-closed`, `unit-not-invited`, `point-withdrawn`,
 * `contribution-unknown`, `person-unknown`, `delegate-unknown`
 */
export const requestFloor = async (
  actor: Actor,
  id: string,
  input: FloorRequestInput,
): Promise<FloorRequest> => {
  const [conference, floor] = await Promise.all([loadConference(id), loadFloor(id)])
  const { unitId } = input
  allow(actor, 'floor:request', { conference: id, host: conference.hostUnitId, unit: unitId })
  expectSession(conference)
  expectOpen(floor)
  await expectKnown(conference, input)
  const pointId = pointIdOf(unitId)
  const speaker = await speakerOf({ conferenceId: id, pointId }, input.speaker)
  await expectOwnUnit(actor, conference, unitId, speaker)
  const askedBy = { sub: actor.sub, personId: actor.personId, name: actor.name }
  const asked = newRequest({ id: newId('flr'), floor, pointId, speaker, askedBy }, input)
  const told = { claimedAt: input.claimedAt, openedAt: floor.openedAt }
  const event = recorded(actor, floorRequested(asked), told)
  const request = { ...asked, receivedAt: event.recordedAt, effectiveAt: event.effectiveAt }
  await write(actor, request.id, putNew(requestItem(request)), putEvent(event))
  return request
}
