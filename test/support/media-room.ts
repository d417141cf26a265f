// A conference with a room at a local Chime of its own: acts over HTTP, the worker's steps taken by hand, its calls seen.
import { ChimeSDKMeetingsClient } from '@aws-sdk/client-chime-sdk-meetings'
import { type MockInstance, vi } from 'vitest'
import { rowItem } from '#functions/bridge-points/entity.ts'
import { links } from '#functions/bridge-points/link.routes.ts'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { bridgePoints } from '#functions/bridge-points/routes.ts'
import { newRow } from '#functions/bridge-points/rules.ts'
import { conferenceActs } from '#functions/conferences/acts.routes.ts'
import { conferences } from '#functions/conferences/routes.ts'
import { conferenceSteps } from '#functions/conferences/steps.routes.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { floorItem, loadFloor } from '#functions/floor/entity.ts'
import { floor } from '#functions/floor/routes.ts'
import type { limits } from '#functions/media/limits.ts'
import type { RoomOrder } from '#functions/media/order.schema.ts'
import { media } from '#functions/media/routes.ts'
import { workOn } from '#functions/media/work.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import type { Attendee, Rooms } from '#infra/local/chime/model.ts'
import { openQuietMedia } from '#infra/local/chime/quiet-media.ts'
import { startApi } from './api.ts'
import { appOf } from './app-of.ts'
import { insisting } from './insisting.ts'
import { startChimeUnderTest } from './local-chime.ts'
import { plant } from './plant.ts'

/** A Chime fast enough for tests that are not about its pace. */
const quick = { rate: 1_000, burst: 2_000 }

const startService = async () => {
  let rooms: Rooms | undefined
  const chime = await startChimeUnderTest({
    quotas: { ...quick, replicas: 20 },
    media: async (options) => {
      rooms = options.rooms
      return openQuietMedia()
    },
  })
  process.env.CHIME_ENDPOINT = chime.endpoint
  const told = (eventType: string) =>
    chime.events.filter(({ detail }) => detail.eventType === eventType).map(({ detail }) => detail)
  /** Meetings of a conference that stand, the primary first. */
  const meetings = (conferenceId: string) =>
    told('chime:MeetingStarted')
      .filter(({ externalMeetingId }) => String(externalMeetingId).startsWith(`${conferenceId}.`))
      .flatMap(({ meetingId }) => rooms?.meeting(String(meetingId)) ?? [])
      .sort((a, b) => (a.externalMeetingId < b.externalMeetingId ? -1 : 1))
  return { ...chime, meetings }
}

/** Sets the home's limits until the end of the test. */
export const setLimits = (some: Partial<ReturnType<typeof limits>> = {}): void => {
  process.env.MEDIA_LIMITS = JSON.stringify({ requestsPerSecond: 1_000, requestsBurst: 2_000, ...some })
}

export const startMediaHome = async () => {
  const chime = await startService()
  setLimits()
  const app = appOf({ '/conferences': conferences })
  app.route('/conferences', conferenceActs)
  for (const routes of [conferenceSteps, bridgePoints, links, floor, media]) app.route('/conferences', routes)
  const home = await startApi(() => app)
  await seedUnits()
  return {
    ...home,
    chime,
    stop: async () => {
      await home.stop()
      await chime.stop()
      delete process.env.CHIME_ENDPOINT
      delete process.env.MEDIA_LIMITS
    },
  }
}
export type MediaHome = Awaited<ReturnType<typeof startMediaHome>>

/** The worker's steps until nothing is left. @returns how many they were */
export const work = async (conferenceId: string, more: Omit<RoomOrder, 'conferenceId'> = {}) => {
  for (let steps = 1; steps < 100; steps++) {
    const order: RoomOrder = { conferenceId, ...(steps === 1 ? more : { goOn: true }) }
    if ((await insisting(() => workOn(order))) === 'done') return steps
  }
  throw new Error('The worker comes to no end.')
}

/** Points of communes of a province, as their rows alone. */
export const plantCommunes = async (
  conferenceId: string,
  province: string,
  count: number,
): Promise<string[]> => {
  const points = Array.from({ length: count }, (_, at) => {
    const unitId = `unt_ca-xa-${province}-${at}`
    return {
      id: pointIdOf(unitId),
      conferenceId,
      unitId,
      name: `Công an xã ${at}`,
      shortName: `${province} ${String(at).padStart(4, '0')}`,
      kind: 'site' as const,
      startsAt: '2022-11-23T07:00:00.000Z',
      delegateIds: [],
      version: 1,
    }
  })
  const rows = points.map((point) =>
    rowItem({ ...newRow(point), province: { id: `unt_${province}`, name: province } }),
  )
  for (let start = 0; start < rows.length; start += 50) await plant(rows.slice(start, start + 50))
  return points.map(({ id }) => id)
}

/** Who sits in a meeting, by seat; the same seat twice is an orphan and shows. */
export const seatsIn = (meeting: { attendees: Map<string, Attendee> } | undefined) =>
  [...(meeting?.attendees.values() ?? [])].map(({ externalUserId }) => externalUserId).sort()

/** What a seat may send and receive now. */
export const voiceOf = (meeting: { attendees: Map<string, Attendee> } | undefined, seat: string) =>
  [...(meeting?.attendees.values() ?? [])].find(({ externalUserId }) => externalUserId === seat)?.capabilities
    .Audio

/** The worker's end at that moment: whatever it had in its hands is lost. */
export class Killed extends Error {}

type Send = (typeof ChimeSDKMeetingsClient)['prototype']['send']

/** Sees every call to the media service, and may have one fail. @param strike after or before which call, by its number */
export const watchCalls = (
  strike?: (call: number, name: string) => 'before' | 'after' | 'throttled' | 'unanswered' | undefined,
) => {
  const real = ChimeSDKMeetingsClient.prototype.send as (...args: unknown[]) => Promise<unknown>
  const names: string[] = []
  const spy = vi.spyOn(ChimeSDKMeetingsClient.prototype, 'send') as unknown as MockInstance<Send>
  spy.mockImplementation(async function (this: ChimeSDKMeetingsClient, ...args: unknown[]) {
    const name = (args[0] as object).constructor.name
    const call = names.push(name)
    const struck = strike?.(call, name)
    if (struck === 'before') throw new Killed()
    if (struck === 'throttled')
      throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' })
    const answer = await real.apply(this, args)
    if (struck === 'after') throw new Killed()
    if (struck === 'unanswered') throw Object.assign(new Error('?'), { name: 'ServiceFailureException' })
    return answer as never
  })
  return { names, stop: () => spy.mockRestore() }
}

/** Has the running turn be another point's: a floor request asks for far more than a seat is about. */
export const giveFloorTo = async (conferenceId: string, pointId: string): Promise<void> => {
  const stored = await loadFloor(conferenceId)
  if (!stored.current) throw new Error('Nobody has the floor.')
  const next = { ...stored, current: { ...stored.current, pointId }, version: stored.version + 1 }
  await insisting(() => write(systemActor('test', 'media'), conferenceId, putNext(floorItem(next))))
}
