// The seal under crashes and rivals: broken off after any step it is completed by a repeat; two sealers make one entry.
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Context } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainRecord, type SealStep, sealSteps } from '#functions/archive/chain-record.ts'
import { completeSeals } from '#functions/archive/complete-seals.ts'
import { findLink, loadHead } from '#functions/archive/entity.ts'
import { unitItem } from '#functions/directory/register.ts'
import { loadVerificationKeys } from '#functions/keys/entity.ts'
import { frozenItems, loadFrozen, loadMinutes } from '#functions/minutes/entity.ts'
import { frozenRecord } from '#functions/minutes/frozen-record.ts'
import { sealMinutes } from '#functions/minutes/seal-minutes.ts'
import { handler as scheduledToo } from '#functions/minutes/sign.lambda.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  printedMinutes,
  sealedMinutes,
  startArchiveHome,
  sure,
} from '#test/support/archive.ts'
import { host } from '#test/support/conference.ts'
import { plant } from '#test/support/plant.ts'

let home: ArchiveHome
let cast: ArchiveCast

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
})
afterAll(() => home.stop())

const sealer = (): Actor => ({
  sub: cast.desk.sub,
  name: 'Ban Thư ký',
  grants: [{ role: 'secretariat', scope: `unit:${host}`, validFrom: '1900-01-01T00:00:00.000Z' }],
  authTime: 0,
  requestId: 'req_test',
})

class Crash extends Error {}

const crashAfter = (step: SealStep) => (passed: SealStep) => {
  if (passed === step) throw new Crash(step)
}

const expectWhole = async (id: string) => {
  const { seal, state } = await loadMinutes(id)
  expect(state).toBe('sealed')
  const names = (await wholeLog(id, now())).map(({ name }) => name)
  expect(names.filter((name) => name === 'minutes.sealed')).toHaveLength(1)
  expect(names.filter((name) => name === 'chain.attested')).toHaveLength(1)
  const { verified, checks } = await sure(cast.archivist.get(`/api/archive/${seal?.recordId}/verify`))
  expect([verified, checks.filter(({ ok }: { ok: boolean }) => !ok)]).toEqual([true, []])
  const { items } = await sure(cast.archivist.get('/api/archive?q=ninh%20binh'))
  expect(items.filter((head: { id: string }) => head.id === seal?.recordId)).toHaveLength(1)
}

describe('a seal that breaks off', () => {
  it.each(sealSteps)('after being %s is completed by a repeat', async (step) => {
    const id = await printedMinutes(home, cast)
    const before = (await loadHead()).version
    await expect(sealMinutes(sealer(), id, crashAfter(step))).rejects.toThrow(Crash)
    await sure(cast.desk.post(`/api/conferences/${id}/minutes/seal`))
    expect((await loadHead()).version).toBe(before + 1)
    await expectWhole(id)
  })

  it('again and again, each try one step further, ends sealed once', async () => {
    const id = await printedMinutes(home, cast)
    const before = (await loadHead()).version
    for (const step of sealSteps) await sealMinutes(sealer(), id, crashAfter(step)).catch(() => undefined)
    expect((await loadHead()).version).toBe(before + 1)
    await expectWhole(id)
  })

  it('and is never repeated is completed by the next one: the stored chain has no gap', async () => {
    const [left, next] = [await printedMinutes(home, cast), await printedMinutes(home, cast)]
    await expect(sealMinutes(sealer(), left, crashAfter('appended'))).rejects.toThrow(Crash)
    await sealMinutes(sealer(), next)
    await expectWhole(left)
    await expectWhole(next)
  })

  it('and is never repeated is completed by the schedule, as often as it comes', async () => {
    const id = await printedMinutes(home, cast)
    await expect(sealMinutes(sealer(), id, crashAfter('appended'))).rejects.toThrow(Crash)
    const { version: n } = await loadHead()
    const scheduled = () => scheduledToo({ complete: 'seals' }, { functionName: 'sign' } as Context)
    expect(await Promise.all([scheduled(), scheduled()])).toEqual([{ n }, { n }])
    expect(await scheduled()).toEqual({ n })
    await expectWhole(id)
  })

  it('between another’s look and its entry leaves no gap either', async () => {
    const [left, next] = [await printedMinutes(home, cast), await printedMinutes(home, cast)]
    let rival: Promise<unknown> | undefined
    const along = async () => {
      rival ??= sealMinutes(sealer(), left, crashAfter('appended')).catch(() => undefined)
      await rival
      return []
    }
    await chainRecord(sealer(), await frozenRecord(await loadMinutes(next)), along)
    await expectWhole(left)
  })

  it('at the store is not answered as done, and the same request completes it', async () => {
    const id = await printedMinutes(home, cast)
    const key = randomUUID()
    const path = `/api/conferences/${id}/minutes/seal`
    const chain = await sealMinutes(sealer(), id, crashAfter('appended')).catch((error) => error)
    expect(chain).toBeInstanceOf(Crash)
    process.env.ARCHIVE_BUCKET = 'no-such-bucket'
    expect((await cast.desk.post(path, {}, { key })).status).toBe(500)
    process.env.ARCHIVE_BUCKET = 'archive'
    await sure(cast.desk.post(path, {}, { key }))
    await expectWhole(id)
  })
})

describe('rivals', () => {
  it('sealing the same minutes make one entry', async () => {
    const id = await printedMinutes(home, cast)
    const before = (await loadHead()).version
    const path = `/api/conferences/${id}/minutes/seal`
    const answers = await Promise.all([1, 2, 3, 4].map(() => cast.desk.post(path)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect((await loadHead()).version).toBe(before + 1)
    await expectWhole(id)
  })

  it('sealing different minutes all find their place, in an unbroken chain', async () => {
    const ids: string[] = []
    for (let count = 0; count < 4; count++) ids.push(await printedMinutes(home, cast))
    const seals = await Promise.all(ids.map((id) => sealMinutes(sealer(), id)))
    const places = seals.map(({ n }) => n).sort((a, b) => a - b)
    expect(places.map((n) => n - (places[0] ?? 0))).toEqual([0, 1, 2, 3])
    for (const n of places.slice(1))
      expect((await findLink(n))?.entry.prev).toBe((await findLink(n - 1))?.hash)
    for (const id of ids) await expectWhole(id)
  })
})

describe('a large conference', () => {
  it('is found under every unit, also those that one transaction does not hold', async () => {
    const unitIds = Array.from({ length: 95 }, (_, at) => `unt_thu-${at + 1}`)
    const unitOf = (id: string) =>
      unitItem({
        id,
        type: 'provincial-police',
        parent: host,
        names: [{ name: `Công an ${id}`, shortName: id, validFrom: '2000-01-01' }],
        validFrom: '2000-01-01',
        predecessors: [],
        successors: [],
      })
    await plant(unitIds.slice(0, 50).map(unitOf))
    await plant(unitIds.slice(50).map(unitOf))
    const id = await printedMinutes(home, cast, { unitIds })
    await expect(sealMinutes(sealer(), id, crashAfter('appended'))).rejects.toThrow(Crash)
    const { recordId } = await sealMinutes(sealer(), id)
    await expectWhole(id)
    for (const unit of [unitIds[0], unitIds[94]]) {
      const { items } = await sure(cast.archivist.get(`/api/archive?unit=${unit}`))
      expect(items.map((head: { id: string }) => head.id)).toEqual([recordId])
    }
    // A rule of before may have told its units in another order, or more of them.
    const record = await frozenRecord(await loadMinutes(id))
    const other = { ...record, id: 'rec_01GJH00000000000000000000Z', unitIds: record.unitIds.toReversed() }
    const broken = chainRecord(sealer(), other, async () => [], crashAfter('appended'))
    await expect(broken).rejects.toThrow(Crash)
    await completeSeals('req_test')
    for (const unit of unitIds) {
      const { items } = await sure(cast.archivist.get(`/api/archive?unit=${unit}`))
      expect(items.map((head: { id: string }) => head.id)).toContain(other.id)
    }
  })

  it('has its text in parts, whole or not at all', async () => {
    const bytes = randomBytes(700_000)
    const parts = frozenItems(bytes)
    expect(parts).toHaveLength(3)
    for (const part of parts.slice(0, 2)) await plant([part])
    await expect(loadFrozen(sha256(bytes))).rejects.toThrow()
    await plant(parts.slice(2))
    expect((await loadFrozen(sha256(bytes))).equals(bytes)).toBe(true)
    await expect(loadFrozen(sha256('nothing'))).rejects.toThrow('not whole')
  })
})

describe('a rotated key', () => {
  it('leaves earlier records verifiable, and is published beside the old one', async () => {
    const old = await sealedMinutes(home, cast)
    const before = process.env.SIGNING_KEY_FILE
    process.env.SIGNING_KEY_FILE = join(home.dir, 'second.pem')
    const young = await sealedMinutes(home, cast)
    process.env.SIGNING_KEY_FILE = before
    for (const { recordId } of [old, young])
      expect((await sure(cast.archivist.get(`/api/archive/${recordId}/verify`))).verified).toBe(true)
    expect(await loadVerificationKeys()).toHaveLength(2)
  })
})
