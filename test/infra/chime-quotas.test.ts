// The account's rate at each API, as a program meets it, and the meetings it may have at once.
import {
  CreateAttendeeCommand,
  CreateMeetingCommand,
  DeleteMeetingCommand,
  GetMeetingCommand,
} from '@aws-sdk/client-chime-sdk-meetings'
import { afterEach, expect, it } from 'vitest'
import { type Chime, startChime } from '#infra/local/chime/chime.ts'
import { openQuietMedia } from '#infra/local/chime/quiet-media.ts'
import { defaultQuotas, openBuckets } from '#infra/local/chime/quotas.ts'
import type { Trouble } from '#infra/local/chime/rest.ts'
import { asked, chimeClient, failure } from '#test/support/local-chime.ts'

let chime: Chime | undefined
afterEach(() => chime?.stop())

it('is ten a second and twenty at once, for each API by itself', () => {
  let ms = 0
  const buckets = openBuckets(defaultQuotas, () => ms)
  const through = (api: string, times: number) =>
    Array.from({ length: times }, () => buckets.take(api)).filter(Boolean).length
  expect(through('CreateMeeting', 50)).toBe(20)
  expect(through('CreateAttendee', 5)).toBe(5)
  ms += 99
  expect(through('CreateMeeting', 5)).toBe(0)
  ms += 1
  expect(through('CreateMeeting', 5)).toBe(1)
  ms += 1000
  expect(through('CreateMeeting', 50)).toBe(10)
  ms += 60_000
  expect(through('CreateMeeting', 50)).toBe(20)
})

it('holds back what exceeds it, by the name the client knows and tries again for', async () => {
  chime = await startChime({ media: openQuietMedia, quotas: { rate: 0.001 } })
  const client = chimeClient(chime.endpoint)
  const { Meeting } = await client.send(new CreateMeetingCommand(asked))
  const MeetingId = Meeting?.MeetingId ?? ''
  const seats = await Promise.allSettled(
    Array.from({ length: 30 }, (_, n) =>
      client.send(new CreateAttendeeCommand({ MeetingId, ExternalUserId: `bpt_${n}` })),
    ),
  )
  expect(seats.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  const refused = await failure(client, new CreateAttendeeCommand({ MeetingId, ExternalUserId: 'bpt_x' }))
  expect(refused).toMatchObject({
    ...{ name: 'ThrottlingException', status: 429, Code: 'Throttling' },
    message: 'Rate exceeded',
    RequestId: expect.any(String),
  })
  await client.send(new GetMeetingCommand({ MeetingId }))
  client.destroy()
})

it('is in trouble now and then: a request refused, or done with its answer lost', async () => {
  const troubles: (Trouble | undefined)[] = [
    { name: 'ServiceUnavailableException' },
    { name: 'ServiceFailureException', done: true },
  ]
  chime = await startChime({ troubles: () => troubles.shift(), media: openQuietMedia })
  const [once, patient] = [chimeClient(chime.endpoint), chimeClient(chime.endpoint, 3)]
  const command = () => new CreateMeetingCommand({ ...asked, ClientRequestToken: 'cnf_1-0-1' })
  expect(await failure(once, command())).toMatchObject({ name: 'ServiceUnavailableException', status: 503 })
  const { Meeting, $metadata } = await patient.send(command())
  expect($metadata.attempts, 'what was done is answered by the repeat').toBe(2)
  const other = { ...asked, ClientRequestToken: 'cnf_1-0-1', MediaRegion: 'us-east-1' }
  expect(await failure(once, new CreateMeetingCommand(other))).toMatchObject({ name: 'ConflictException' })
  expect((await once.send(command())).Meeting).toEqual(Meeting)
  for (const client of [once, patient]) client.destroy()
})

it('lets a patient client through', async () => {
  chime = await startChime({ media: openQuietMedia, quotas: { rate: 20, burst: 2 } })
  const client = chimeClient(chime.endpoint, 12)
  const made = await Promise.all(
    Array.from({ length: 10 }, () => client.send(new CreateMeetingCommand(asked))),
  )
  expect(new Set(made.map(({ Meeting }) => Meeting?.MeetingId)).size).toBe(10)
  expect(Math.max(...made.map(({ $metadata }) => $metadata.attempts ?? 0))).toBeGreaterThan(1)
  client.destroy()
})

it('has so many meetings at once, and another when one is over', async () => {
  chime = await startChime({ media: openQuietMedia, quotas: { meetings: 2 } })
  const client = chimeClient(chime.endpoint)
  const first = await client.send(new CreateMeetingCommand(asked))
  await client.send(new CreateMeetingCommand(asked))
  expect(await failure(client, new CreateMeetingCommand(asked))).toMatchObject({
    name: 'LimitExceededException',
    status: 400,
  })
  await client.send(new DeleteMeetingCommand({ MeetingId: first.Meeting?.MeetingId ?? '' }))
  await client.send(new CreateMeetingCommand(asked))
  client.destroy()
})
