// What the floor announces: who asked, who spoke, for how long.
import type { Floor, FloorRequest as Kept, Speaker } from './schema.ts'

/** When a request was received its event tells by itself. */
type FloorRequest = Omit<Kept, 'receivedAt' | 'effectiveAt'>

const ofRequest = <N extends `floor.${string}`>(name: N, request: FloorRequest) => ({
  name,
  scope: request.conferenceId,
  subject: request.id,
  point: request.pointId,
  data: {
    unitId: request.unitId,
    speaker: request.speaker.display,
    personId: request.speaker.personId,
    delegateId: request.speaker.delegateId,
    kind: request.kind,
    agendaItem: request.agendaItem,
    contributionId: request.contributionId,
    askedBy: request.askedBy.name,
    startedAt: request.startedAt,
    endedAt: request.endedAt,
    seconds: request.seconds,
    budgetSeconds: request.budgetSeconds,
    reason: request.reason,
  },
})

const ofFloor = <N extends `floor.${string}`>(name: N, floor: Floor) => ({
  name,
  scope: floor.conferenceId,
  subject: floor.conferenceId,
  data: {
    agendaItem: floor.agendaItem,
    budgetSeconds: floor.current?.budgetSeconds ?? floor.budgetSeconds,
    unitBudgetSeconds: floor.unitBudgetSeconds,
    requestId: floor.current?.requestId,
    version: floor.version,
  },
})

export const floorOpened = (floor: Floor) => ofFloor('floor.opened', floor)
export const floorClosed = (floor: Floor) => ofFloor('floor.closed', floor)
export const floorExtended = (floor: Floor, seconds: number) => {
  const event = ofFloor('floor.extended', floor)
  return { ...event, data: { ...event.data, seconds } }
}
export const floorRequested = (request: FloorRequest) => ofRequest('floor.requested', request)
export const floorRequestWithdrawn = (request: FloorRequest) => ofRequest('floor.request-withdrawn', request)
export const floorCalled = (request: FloorRequest) => ofRequest('floor.called', request)
export const floorYielded = (request: FloorRequest) => ofRequest('floor.yielded', request)
export const floorSkipped = (request: FloorRequest) => ofRequest('floor.skipped', request)
export const floorRestored = (request: FloorRequest) => ofRequest('floor.restored', request)
/** The call that was wrong, named by when it began. */
export const floorCallUndone = (request: FloorRequest) => ofRequest('floor.call-undone', request)

/** A turn cut short: its span, why, and in the desk's own words. */
export const floorSuspended = (request: FloorRequest, note?: string) => {
  const event = ofRequest('floor.suspended', request)
  const { remainingSeconds, earlier } = request
  const { speaker: _, ...span } = earlier?.at(-1) ?? {}
  return { ...event, data: { ...event.data, ...span, remainingSeconds, note } }
}

export const floorSpeakerNamed = (request: FloorRequest, before: Speaker) => {
  const event = ofRequest('floor.speaker-named', request)
  return { ...event, data: { ...event.data, before: before.display } }
}
