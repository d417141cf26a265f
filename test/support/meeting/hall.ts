// A local Chime with its media plane, a browser, and people of a test in its rooms.
import {
  CreateAttendeeCommand,
  CreateMeetingCommand,
  type CreateMeetingCommandInput,
  type Meeting,
} from '@aws-sdk/client-chime-sdk-meetings'
import type { ChimeOptions } from '#infra/local/chime/chime.ts'
import { type OpenMedia, openMedia } from '#infra/local/chime/media.ts'
import type { Loss } from '#infra/local/chime/wire/udp.ts'
import { chimeClient, startChimeUnderTest } from '../local-chime.ts'
import { openTabs, type Tab } from './tabs.ts'

type Seat = Record<'AttendeeId' | 'ExternalUserId' | 'JoinToken', string>
export type Met = Meeting & { MeetingId: string }
export type Person = Tab & { id: string; seat: Seat; meeting: Met }

/** The same packets are lost in every run. */
const seeded = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const soon = 15_000

/** Asks until it is so. @throws with the last answer when it never is */
export const until = async <T>(ask: () => Promise<T>, so: (answer: T) => boolean, ms = soon): Promise<T> => {
  const end = performance.now() + ms
  for (;;) {
    const answer = await ask()
    if (so(answer)) return answer
    if (performance.now() > end) throw new Error(`Not so after ${ms} ms: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Waits until a count has grown. */
export const more = async (count: () => Promise<number>, by: number): Promise<void> => {
  const from = await count()
  await until(count, (now) => now >= from + by)
}

export const energyOf = (person: Person) => async () => (await person.sound()).energy

/** Waits until half a second of sound was silence: what was under way is played out first. */
export const quiet = async (person: Person): Promise<void> => {
  await until(
    async () => {
      const before = await person.sound()
      const after = await until(person.sound, ({ packets }) => packets >= before.packets + 25)
      return after.energy - before.energy
    },
    (energy) => energy < 0.002,
  )
}

/** Waits until a count has stood still for half a second. */
export const still = async (count: () => Promise<number>): Promise<void> => {
  let [last, since] = [await count(), performance.now()]
  await until(
    async () => {
      const now = await count()
      if (now !== last) [last, since] = [now, performance.now()]
      return performance.now() - since
    },
    (ms) => ms > 500,
  )
}

/** @param options what the rooms need besides: where recordings are put */
export const openHall = async (options: Pick<ChimeOptions, 'objects'> = {}) => {
  const loss: Loss = { in: 0, out: 0 }
  const quotas = { rate: 1e6, burst: 1e6 }
  const planes: OpenMedia[] = []
  const chime = await startChimeUnderTest({
    ...options,
    quotas,
    media: async (carried) => {
      const plane = await openMedia({ ...carried, loss, random: seeded(5) })
      planes.push(plane)
      return plane
    },
  })
  const client = chimeClient(chime.endpoint)
  const tabs = await openTabs()

  const meet = async (input: Partial<CreateMeetingCommandInput> = {}) => {
    const command = { MediaRegion: 'ap-southeast-1', ExternalMeetingId: 'cnf_1', ...input } as const
    const { Meeting: meeting } = await client.send(
      new CreateMeetingCommand({ ClientRequestToken: crypto.randomUUID(), ...command }),
    )
    if (!meeting?.MeetingId) throw new Error('no meeting')
    return { ...meeting, MeetingId: meeting.MeetingId }
  }

  const seat = async (MeetingId: string, ExternalUserId: string): Promise<Seat> => {
    const { Attendee: made } = await client.send(new CreateAttendeeCommand({ MeetingId, ExternalUserId }))
    if (!made?.AttendeeId || !made.ExternalUserId || !made.JoinToken) throw new Error('no attendee')
    const { AttendeeId, JoinToken } = made
    return { AttendeeId, ExternalUserId, JoinToken }
  }

  const sit = async (meeting: Met, of: Seat, frequency?: number): Promise<Person> => {
    const tab = await tabs.open()
    await tab.join(meeting, of, frequency)
    await until(tab.told, (told) => told.includes('start'))
    return { ...tab, id: of.AttendeeId, seat: of, meeting }
  }

  return {
    chime,
    client,
    loss,
    /** Every WebSocket breaks, as a network breaks it. */
    cut: () => {
      for (const plane of planes) plane.cut()
    },
    tabs,
    meet,
    seat,
    sit,
    /** A new person of a meeting in a tab of their own, connected. */
    enter: async (meeting: Met, name: string, frequency?: number) =>
      sit(meeting, await seat(meeting.MeetingId, name), frequency),
    close: async () => {
      await tabs.close()
      client.destroy()
      await chime.stop()
    },
  }
}
export type Hall = Awaited<ReturnType<typeof openHall>>
