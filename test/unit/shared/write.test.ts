// The one write against a store that answers as told: which cancellations are tried again, and which never.
import {
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import type { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import { database, putNew, resetDatabase, set } from '#functions/shared/table.ts'
import { ClaimTaken, persisting, reloading, Stale, write } from '#functions/shared/write.ts'

const actor: Actor = { sub: 's', name: 'S', grants: [], authTime: 0, requestId: 'req_1' }
const claim = { pk: 'IDEM#s#POST /x#k', hash: 'h', expiresAt: 1_000 }
const claiming = { ...actor, claim }
const operation = () => putNew({ pk: 'A', sk: 'A', type: 'thing' })

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  })

const sent: TransactWriteCommand[] = []
let script: (Error | undefined)[] = []

beforeEach(() => {
  vi.stubEnv('RECORDS_TABLE', 'records')
  resetDatabase()
  sent.length = 0
  script = []
  vi.spyOn(database(), 'send').mockImplementation(async (command: unknown) => {
    sent.push(command as TransactWriteCommand)
    const error = script.shift()
    if (error) throw error
    return {}
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  resetDatabase()
})

const tokens = () => new Set(sent.map(({ input }) => input.ClientRequestToken))

describe('a cancelled transaction', () => {
  it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'is tried again, the same to the letter, when its only reason is %s',
    async (code) => {
      script = [cancelled('None', code), cancelled(code, code)]
      await write(actor, 'ref', operation(), operation())
      expect(sent).toHaveLength(3)
      expect(tokens().size).toBe(1)
    },
  )

  it('is busy after five tries', async () => {
    script = Array.from({ length: 9 }, () => cancelled('TransactionConflict'))
    const refused = await write(actor, 'ref', operation()).catch((error) => error)
    expect(refused).toBeInstanceOf(Problem)
    expect([refused.slug, refused.more.retryAfter]).toEqual(['busy', 1])
    expect(sent).toHaveLength(5)
  })

  it.each([
    ['a condition', ['ConditionalCheckFailed', 'None', 'None'], Stale],
    ['a conflict and a condition', ['TransactionConflict', 'ConditionalCheckFailed', 'None'], Stale],
    [
      'a condition and a conflict on the claim',
      ['ConditionalCheckFailed', 'None', 'TransactionConflict'],
      Stale,
    ],
    ['a conflict and the claim', ['TransactionConflict', 'None', 'ConditionalCheckFailed'], ClaimTaken],
    ['a condition and the claim', ['ConditionalCheckFailed', 'None', 'ConditionalCheckFailed'], ClaimTaken],
    [
      'a fault and a conflict',
      ['TransactionConflict', 'ValidationError', 'None'],
      TransactionCanceledException,
    ],
  ])('is never tried again for %s', async (_, codes, kind) => {
    script = [cancelled(...codes)]
    await expect(write(claiming, 'ref', operation(), operation())).rejects.toBeInstanceOf(kind)
    expect(sent).toHaveLength(1)
  })

  it('tells the claim of this request from a condition of the state when nothing is claimed', async () => {
    script = [cancelled('None', 'ConditionalCheckFailed')]
    await expect(write(actor, 'ref', operation(), operation())).rejects.toBeInstanceOf(Stale)
  })

  it('decides anew when the conflict turned into a condition', async () => {
    script = [cancelled('TransactionConflict'), cancelled('ConditionalCheckFailed')]
    await expect(write(actor, 'ref', operation())).rejects.toBeInstanceOf(Stale)
    expect(sent).toHaveLength(2)
  })
})

it('passes any other failure on', async () => {
  script = [new ProvisionedThroughputExceededException({ message: 'much', $metadata: {} })]
  await expect(write(actor, 'ref', operation())).rejects.toThrow('much')
})

it('keeps the claim with reference, hash and end, and never a body', async () => {
  await write(claiming, 'cnf_1', operation())
  const items = sent[0]?.input.TransactItems ?? []
  expect(items).toHaveLength(2)
  expect(items[1]?.Put?.Item).toEqual({
    pk: claim.pk,
    sk: 'IDEM',
    type: 'idempotency',
    hash: 'h',
    ref: 'cnf_1',
    ttl: 1_000,
  })
})

describe('deciding again', () => {
  const failing = (times: number) => {
    let left = times
    return vi.fn(async () => {
      if (left-- > 0) throw new Stale()
      return 'done'
    })
  }

  it('happens once for a decision, then it is a conflict', async () => {
    await expect(reloading(failing(1))).resolves.toBe('done')
    const act = failing(2)
    await expect(reloading(act)).rejects.toMatchObject({ slug: 'conflict' })
    expect(act).toHaveBeenCalledTimes(2)
  })

  it('happens often for an act that may not be refused, then the house is busy', async () => {
    await expect(persisting(failing(7))).resolves.toBe('done')
    await expect(persisting(failing(99))).rejects.toMatchObject({ slug: 'busy' })
  })

  it('never happens for a refusal', async () => {
    const act = vi.fn().mockRejectedValue(new Problem('floor-occupied'))
    await expect(reloading(act)).rejects.toMatchObject({ slug: 'floor-occupied' })
    expect(act).toHaveBeenCalledTimes(1)
  })
})

it('sets only what is given, so that two writers of two attributes never undo each other', () => {
  const { Update } = set({ pk: 'A', sk: 'A' }, { one: 1, two: undefined })
  expect(Update).toMatchObject({
    UpdateExpression: 'SET #one = :one',
    ExpressionAttributeValues: { ':one': 1 },
  })
})
