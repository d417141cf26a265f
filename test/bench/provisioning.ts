// Bench `provisioning`: 3,353 points seated by the worker, meetings, attendees, records and all, against one CreateAttendee a
// point, as fast as the service lets a client that asks again when refused. Both of the same local Chime with AWS's
// default rates (10 a second of each API, 20 at once); only the replicas are raised to the 14 such a conference needs. One
// by one it is a twentieth of the points, and told for all of them by the rate: nobody waits five minutes for what is known.
import { CreateAttendeeCommand, CreateMeetingCommand } from '@aws-sdk/client-chime-sdk-meetings'
import { findRoom, heldIn } from '#functions/media/entity.ts'
import { workOn } from '#functions/media/work.ts'
import { resetDatabase } from '#functions/shared/table.ts'
import { startChime } from '#infra/local/chime/chime.ts'
import { defaultQuotas } from '#infra/local/chime/quotas.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { chimeClient } from '#test/support/local-chime.ts'
import { nationalConference } from '#test/support/nationwide-rows.ts'
import { type Bench, round } from './measure.ts'

const sample = 168
const replicas = 14

const secondsOf = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await act()
  return (performance.now() - began) / 1000
}

/** Asks again as soon as it is refused, from as many hands as the quota has tokens. */
const oneByOne = async (endpoint: string, points: number): Promise<number> => {
  const client = chimeClient(endpoint, 1)
  const input = { MediaRegion: 'ap-southeast-1', ExternalMeetingId: 'bench', ClientRequestToken: 'bench' }
  const { Meeting } = await client.send(new CreateMeetingCommand(input))
  const left = Array.from({ length: points }, (_, at) => `p-${at}`)
  const create = (ExternalUserId: string) =>
    client.send(new CreateAttendeeCommand({ MeetingId: Meeting?.MeetingId, ExternalUserId }))
  const hand = async () => {
    for (let seat = left.pop(); seat; seat = left.pop())
      for (;;) {
        const done = await create(seat).then(
          () => true,
          () => new Promise<false>((resolve) => setTimeout(() => resolve(false), 50)),
        )
        if (done) break
      }
  }
  return secondsOf(() => Promise.all(Array.from({ length: 8 }, hand)))
}

/** What is over the burst comes at the rate. */
const scaled = (seconds: number, points: number): number => {
  const { burst } = defaultQuotas
  return seconds * ((points - burst) / (sample - burst))
}

const run = async () => {
  const nation = nationalConference()
  const engine = await startTestEngine({}, nation.items)
  process.env.DYNAMODB_ENDPOINT = engine.bare
  resetDatabase()
  const chime = await startChime({ quotas: { replicas } })
  process.env.CHIME_ENDPOINT = chime.endpoint
  process.env.MEDIA_LIMITS = JSON.stringify({ replicasMost: replicas })
  try {
    let steps = 0
    const house = await secondsOf(async () => {
      for (let outcome = 'more'; outcome === 'more'; steps++)
        outcome = await workOn({ conferenceId: nation.id, ...(steps > 0 ? { goOn: true } : {}) })
    })
    const room = await findRoom(nation.id)
    const seats = (await heldIn(nation.id, 'SEAT')).length
    if (room?.state !== 'ready' || seats !== nation.points + 2)
      throw new Error(`The room is ${room?.state} with ${seats} seats.`)
    const single = scaled(await oneByOne(chime.endpoint, sample), nation.points)
    return { house, single, seats, steps, meetings: room.meetings.length }
  } finally {
    await chime.stop()
    await engine.stop()
  }
}

export const provisioning: Bench = {
  name: 'provisioning',
  goal: 50,
  goalText: '≥ 50',
  run: async () => {
    const { house, single, ...facts } = await run()
    const ratio = round(single / house)
    const seconds = {
      houseSeconds: round(house),
      oneByOneSecondsScaled: round(single),
      oneByOneSample: sample,
    }
    return { ratio, pass: ratio >= provisioning.goal, ...seconds, ...facts }
  },
}
