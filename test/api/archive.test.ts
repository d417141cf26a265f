// The archive over HTTP: finding, reading, and a check that names whatever was tampered with.
import { spawnSync } from 'node:child_process'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database, tableName } from '#functions/shared/table.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  refusal,
  sealedMinutes,
  startArchiveHome,
  sure,
} from '#test/support/archive.ts'
import { tamper } from '#test/support/tamper.ts'

let home: ArchiveHome
let cast: ArchiveCast
let record: Awaited<ReturnType<typeof sealedMinutes>>

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
  await sealedMinutes(home, cast, { startsAt: '2022-10-01T01:00:00.000Z' })
  record = await sealedMinutes(home, cast, { title: ['Tổng kết Ngày hội', 'Tiêu chí an ninh trật tự'] })
  await sealedMinutes(home, cast, { startsAt: '2022-12-01T01:00:00.000Z', classification: 'internal' })
})
afterAll(() => home.stop())

const at = (verb = '') => `/api/archive/${record.recordId}${verb && `/${verb}`}`
const ids = async (query: string, who = cast.archivist) =>
  (await sure(who.get(`/api/archive${query}`))).items.map(({ id }: { id: string }) => id)

describe('finding', () => {
  it('goes by any name of a participating unit, with or without diacritics, newest first', async () => {
    const all = await ids('')
    expect(all).toHaveLength(3)
    expect(await ids(`?q=${encodeURIComponent('ninh binh')}`)).toEqual(all)
    expect(await ids(`?q=${encodeURIComponent('NINH BÌNH')}`)).toEqual(all)
    expect(await ids(`?q=${encodeURIComponent('Công an')}`)).toEqual(all)
    expect(await ids(`?q=${encodeURIComponent('Hà Nam')}`)).toEqual([])
    expect(await ids('?unit=unt_ca-thanh-hoa')).toEqual(all)
    expect(await ids('?from=2022-11-01T00:00:00Z&to=2022-11-30T00:00:00Z')).toEqual([record.recordId])
    expect(all.indexOf(record.recordId)).toBe(1)
  })

  it('goes on from a cursor, each record once', async () => {
    const first = await sure(cast.archivist.get('/api/archive?q=ninh&limit=2'))
    expect(first.items).toHaveLength(2)
    const rest = await sure(cast.archivist.get(`/api/archive?q=ninh&limit=2&cursor=${first.cursor}`))
    expect(rest.items).toHaveLength(1)
    expect(rest.cursor).toBeUndefined()
    expect(await refusal(cast.desk.get(`/api/archive?q=ninh&limit=2&cursor=${first.cursor}`))).toBe(
      'cursor-invalid',
    )
  })

  it('shows each their own: operators their units, chairs their conferences, hosts what they host', async () => {
    for (const who of [cast.operator, cast.chair, cast.secretary, cast.desk])
      expect(await ids('', who)).toHaveLength(3)
    expect(await ids('?q=ninh%20binh', cast.chair)).toHaveLength(3)
    expect(await ids('?q=thanh%20hoa', cast.operator)).toEqual([])
    expect(await ids('?q=thanh%20hoa', cast.desk)).toHaveLength(3)
    expect(await ids('', cast.stranger)).toEqual([])
    const nobody = await home.somebody(['administrator', '*'])
    expect(await refusal(nobody.get('/api/archive'))).toBe('not-allowed')
  })
})

describe('reading', () => {
  it('gives the record, its attestations and its link', async () => {
    const { record: stored, link, number } = await sure(cast.operator.get(at()))
    expect(stored.format).toBe('diemcau-record/2')
    expect(stored.minutes.conference.title).toEqual(['Tổng kết Ngày hội', 'Tiêu chí an ninh trật tự'])
    expect(stored.minutes.number.text).toBe(number)
    expect(stored.attestations).toHaveLength(2)
    expect(link.entry).toMatchObject({ n: record.n, digest: record.digest })
    expect(await refusal(cast.stranger.get(at()))).toBe('not-allowed')
    expect(await refusal(cast.archivist.get('/api/archive/rec_01ARZ3NDEKTSV4RRFFQ69G5FAV'))).toBe('not-found')
  })

  it('gives the stored bytes as an attachment, to be hashed by anybody', async () => {
    const { body, headers } = await cast.operator.get(at('record.json'))
    expect(headers.get('Content-Disposition')).toBe(`attachment; filename="${record.recordId}.json"`)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(body.id).toBe(record.recordId)
    expect(await refusal(cast.stranger.get(at('record.json')))).toBe('not-allowed')
  })

  it('is itself recorded when the record is internal', async () => {
    const [internal] = await ids('?from=2022-11-30T00:00:00Z')
    const { conferenceId } = await sure(cast.archivist.get(`/api/archive/${internal}`))
    const { wholeLog } = await import('#functions/shared/event-log.ts')
    const { now } = await import('#functions/shared/clock.ts')
    const opened = (await wholeLog(conferenceId, now())).filter(({ name }) => name === 'record.opened')
    expect(opened.map(({ by }) => by.sub)).toEqual([cast.archivist.sub])
  })
})

type Shown = { name: string; ok: boolean; detail: string }
const failing = async (): Promise<string[]> => {
  const { verified, checks } = await sure(cast.archivist.get(at('verify')))
  const wrong = checks.filter(({ ok }: Shown) => !ok).map(({ name }: Shown) => name)
  expect(verified).toBe(wrong.length === 0)
  return wrong
}

describe('checking', () => {
  it('passes an untouched record, with later events flagged', async () => {
    expect(await failing()).toEqual([])
    const { checks } = await sure(cast.operator.get(at('verify')))
    const detail = checks.find(({ name }: Shown) => name === 'horizon').detail
    expect(detail).toMatch(/^\d+ sự kiện đến .* còn nguyên; [1-9]\d* sự kiện ghi sau/)
    expect(await refusal(cast.stranger.get(at('verify')))).toBe('not-allowed')
  })

  it('names a flipped byte of the object', async () => {
    const put = tamper(home, record.digest)
    const bytes = put.bytes()
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    put.write(bytes)
    expect(await failing()).toContain('bytes')
    put.restore()
    expect(await failing()).toEqual([])
  })

  it('names swapped attestations, a signature by another key, a missing object', async () => {
    const put = tamper(home, record.digest)
    const value = JSON.parse(put.bytes().toString())
    const [one, two] = value.attestations
    const swapped = {
      ...value,
      attestations: [
        { ...one, signature: two.signature },
        { ...two, signature: one.signature },
      ],
    }
    put.write(Buffer.from(JSON.stringify(swapped)))
    expect(await failing()).toEqual(expect.arrayContaining(['bytes', 'signatures']))
    put.write(Buffer.from(JSON.stringify({ ...value, attestations: [two, one] })))
    expect(await failing()).toEqual(expect.arrayContaining(['bytes', 'signatures']))
    put.write(Buffer.from(JSON.stringify(put.signedByAnother(value))))
    const wrong = await failing()
    expect(wrong).toEqual(expect.arrayContaining(['bytes', 'signatures', 'keys']))
    put.remove()
    expect(await failing()).toEqual(expect.arrayContaining(['bytes', 'canonical', 'format', 'index', 'text']))
    put.restore()
    expect(await failing()).toEqual([])
  })

  const edit = async (Key: { pk: string; sk: string }, name: string, value: unknown) => {
    const { Attributes } = await database().send(
      new UpdateCommand({
        TableName: tableName(),
        Key,
        UpdateExpression: 'SET #name = :value',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':value': value },
        ReturnValues: 'UPDATED_OLD',
      }),
    )
    return () => edit(Key, name, Attributes?.[name])
  }

  it('names a changed index item, of the record and of a unit', async () => {
    const undo = await edit({ pk: `REC#${record.recordId}`, sk: 'RECORD' }, 'number', '99/BB-BCA')
    expect(await failing()).toEqual(['index'])
    await undo()
    const place = `2022-11-23T07:00:00.000Z#${record.recordId}`
    const again = await edit({ pk: 'RECORDS#unit#unt_ca-ninh-binh', sk: place }, 'title', ['Khác'])
    expect(await failing()).toEqual(['index'])
    await again()
    expect(await failing()).toEqual([])
  })

  const entryKey = (n: number) => ({ pk: 'CHAIN', sk: `ENTRY#${String(n).padStart(8, '0')}` })

  it('names a changed link, a changed neighbour and a cut chain', async () => {
    const { link } = await sure(cast.archivist.get(at()))
    const other = { ...link.entry, at: '2020-01-01T00:00:00.000Z' }
    let undo = await edit(entryKey(record.n), 'entry', other)
    expect(await failing()).toEqual(['entry', 'entry-attestation', 'chain-object'])
    await undo()
    undo = await edit(entryKey(record.n - 1), 'entry', { ...other, n: record.n - 1 })
    expect(await failing()).toEqual(['previous'])
    await undo()
    undo = await edit({ pk: 'CHAIN', sk: 'HEAD' }, 'version', record.n)
    expect(await failing()).toEqual(['next'])
    await undo()
    expect(await failing()).toEqual([])
  })

  it('names events that were changed or lost', async () => {
    const { now } = await import('#functions/shared/clock.ts')
    const { wholeLog, putEvent } = await import('#functions/shared/event-log.ts')
    const started = (await wholeLog(record.id, now())).find(({ name }) => name === 'conference.started')
    if (!started) throw new Error('no start')
    const { pk, sk } = (putEvent(started).Put?.Item ?? {}) as { pk: string; sk: string }
    const undo = await edit({ pk, sk }, 'data', { startedAt: '2022-11-23T09:00:00.000Z' })
    expect(await failing()).toEqual(['horizon'])
    await undo()
    expect(await failing()).toEqual([])
    await database().send(new DeleteCommand({ TableName: tableName(), Key: { pk, sk } }))
    expect(await failing()).toEqual(['horizon'])
    const { plant } = await import('#test/support/plant.ts')
    await plant([{ ...started, pk, sk, type: 'event' }])
    expect(await failing()).toEqual([])
  })
})

describe('a check without this server', () => {
  type Key = { kid: string; fingerprint: string; publicKey: string }

  it('has the keys without sign-in, each as its fingerprint says', async () => {
    const { status, body } = await home.send('/api/archive/keys', {})
    expect(status).toBe(200)
    for (const { kid, fingerprint, publicKey } of body.items as Key[]) {
      const spki = createPublicKey(publicKey).export({ format: 'der', type: 'spki' })
      expect(createHash('sha256').update(spki).digest('hex')).toBe(fingerprint)
      expect(kid).toBe(`key_${fingerprint.slice(0, 32)}`)
    }
    expect(await refusal(home.send('/api/archive', {}))).toBe('unauthenticated')
  })

  const hasTools = ['openssl', 'sha256sum', 'bash'].every((tool) => spawnSync('which', [tool]).status === 0)

  it.runIf(hasTools)('takes sha256sum, openssl and a shell', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'diemcau-check-'))
    try {
      writeFileSync(join(dir, 'record.json'), tamper(home, record.digest).bytes())
      writeFileSync(join(dir, 'entry.json'), tamper(home, record.digest).chainBytes(record.n))
      const script = readFileSync(new URL('../support/verify-record.sh', import.meta.url))
      const run = () => spawnSync('bash', ['-s'], { cwd: dir, input: script, encoding: 'utf8' })
      const { stdout, stderr, status } = run()
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout.match(/Verified OK/g)).toHaveLength(3)
      expect(stdout).toContain(record.digest)
      const text = readFileSync(join(dir, 'record.json'), 'utf8')
      writeFileSync(join(dir, 'record.json'), text.replace('Tổng kết', 'Tổng hợp'))
      expect(run().status).not.toBe(0)
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })

  it('takes node:crypto alone', async () => {
    const value = JSON.parse(tamper(home, record.digest).bytes().toString())
    const { canonicalBytes } = await import('#functions/shared/canonical.ts')
    for (const { statement, signature, kid } of value.attestations) {
      const { publicKey } = value.keys.find((key: Key) => key.kid === kid)
      const over = canonicalBytes(statement)
      expect(verify('sha256', over, publicKey, Buffer.from(signature, 'base64'))).toBe(true)
    }
  })
})
