// What one step of the worker has in its hands: the room as it stands, saved where it must be, and until when it works.
import { systemActor } from '#functions/shared/actor.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { findRoom, roomItem } from './entity.ts'
import { newRoom } from './room.rules.ts'
import type { Room } from './stored.schema.ts'

/** A step ends soon: a call to speak waits behind no provisioning of a nation. */
const stepMs = 1_500

export type Site = {
  room: Room
  /** Whether the time of this step is up. */
  isLate(): boolean
  /** Writes the room where it changed. @throws Stale when another worker was at it */
  save(): Promise<void>
}

export const openSite = async (conferenceId: string): Promise<Site> => {
  const until = performance.now() + stepMs
  let stored = (await findRoom(conferenceId)) ?? newRoom(conferenceId)
  const site: Site = {
    room: stored,
    isLate: () => performance.now() > until,
    save: async () => {
      if (JSON.stringify(site.room) === JSON.stringify(stored)) return
      const next = { ...site.room, version: stored.version + 1 }
      await write(systemActor('media', conferenceId), conferenceId, putNext(roomItem(next)))
      stored = next
      site.room = next
    },
  }
  return site
}
