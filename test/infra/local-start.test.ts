// Starting the one-machine home: what stands in the way is told in one sentence, and what it serves is its own machine's.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { enginesOn, launch } from '#test/support/home-process.ts'

let dir: string
const homes: ReturnType<typeof launch>[] = []

const start = (...given: Parameters<typeof launch>) => {
  const home = launch(...given)
  homes.push(home)
  return home
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'diemcau-start-'))
})
afterEach(async () => {
  for (const home of homes.splice(0)) await home.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

/** Ends with code 1 and exactly one sentence, and leaves no engine. */
const refusal = async (home: ReturnType<typeof launch>, folder = dir): Promise<string> => {
  expect(await home.exited).toBe(1)
  expect(home.said.out).toBe('')
  expect(home.said.err.trim().split('\n')).toHaveLength(1)
  expect(home.said.err).toMatch(/[.]\n$/)
  expect(home.said.err).not.toMatch(/\bat .*[.]ts:\d/)
  expect(enginesOn(folder)).toEqual([])
  return home.said.err
}

describe('one clear sentence', () => {
  let stopped: string

  /** The folder of a home that was started and stopped, to be damaged in copies. */
  beforeAll(async () => {
    stopped = mkdtempSync(join(tmpdir(), 'diemcau-stopped-'))
    const home = launch(stopped)
    await home.ready()
    expect(await home.kill('SIGINT')).toBe(0)
  })
  afterAll(() => rmSync(stopped, { recursive: true }))

  it('for a busy port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    expect(await refusal(start(dir, ['--port', String(port)]))).toMatch(
      `Port ${port} is in use by another program`,
    )
    other.close()
  })

  it('for a second start on the same folder, which leaves the first alone', async () => {
    const first = start(dir)
    const { origin } = await first.ready()
    const second = start(dir)
    expect(await second.exited).toBe(1)
    expect(second.said.err).toBe(
      `Another Điểm Cầu (process ${first.pid}, ${origin}) is already running on ${dir}: use that one, or stop it first.\n`,
    )
    expect((await fetch(`${origin}/api/me`)).status).toBe(401)
  })

  it('for a platform without an engine', async () => {
    const sparc = 'Object.defineProperty(process,"arch",{value:"sparc"})'
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(sparc)}` }
    expect(await refusal(start(dir, ['--port', '0'], env))).toMatch(
      /no embedded database for linux-sparc: set DYNAMODB_ENDPOINT to any DynamoDB/,
    )
  })

  it('for a DynamoDB that does not answer', async () => {
    const env = { DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' }
    expect(await refusal(start(dir, ['--port', '0'], env))).toMatch(
      /The DynamoDB at http:\/\/127.0.0.1:9 .* cannot be used/,
    )
  })

  it.each([
    ['inside a file', () => join(dir, 'file', 'data')],
    ['on a file system that takes none', () => '/proc/diemcau'],
  ])('for a folder that cannot be written: %s', async (_, folder) => {
    writeFileSync(join(dir, 'file'), '')
    expect(await refusal(start(folder()))).toMatch(/^The data folder \S+ cannot be written \(E\w+\)[.]/)
  })

  it.each([
    [
      'that is something else',
      'records.db',
      () => Buffer.from('not a database at all, by no means'.repeat(200)),
    ],
    ['cut short', 'records.db', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['cut to almost nothing', 'records.db', (whole: Buffer) => whole.subarray(0, 1000)],
    [
      'overwritten in the middle',
      'records.db',
      (whole: Buffer) => whole.fill(0x5a, whole.length >> 2, whole.length >> 1),
    ],
    ['of the pump', 'pump.db', () => Buffer.alloc(5000, 7)],
    ['of a key', 'keys/attestation.pem', () => Buffer.from('-----BEGIN PRIVATE KEY-----\nxxxx\n')],
    ['of the issuer’s key', 'keys/issuer.jwk', () => Buffer.from('{"kty":')],
  ])('for a damaged data file: %s', async (_, name, damage) => {
    const file = join(dir, name)
    cpSync(stopped, dir, { recursive: true })
    writeFileSync(file, damage(readFileSync(file)))
    expect(await refusal(start(dir))).toBe(
      `The data file ${file} is damaged: put back a copy of it, or begin anew with --reset.\n`,
    )
  })

  it('for a damaged data folder, and the way out it names leads out', async () => {
    cpSync(stopped, dir, { recursive: true })
    for (const name of ['records.db', 'pump.db', 'keys/issuer.jwk']) writeFileSync(join(dir, name), 'damaged')
    expect(await refusal(start(dir))).toMatch(/or begin anew with --reset[.]\n$/)
    await start(dir, ['--port', '0', '--reset']).ready()
  })

  it.each([
    [['--prot', '1'], /--prot/],
    [['--port', 'abc'], /--port takes a number from 0 to 65535, not "abc"/],
    [['--clock', 'yesterday'], /--clock takes a moment such as 2022-11-23T13:00:00[+]07:00/],
    [['--memory'], /--memory and --data exclude each other/],
  ])('for wrong flags: %j', async (flags, sentence) => {
    expect(await refusal(start(dir, flags))).toMatch(sentence)
  })
})

describe('a running home', () => {
  let home: ReturnType<typeof launch>
  let folder: string
  let origin: string
  let tookMs: number

  /** The machine may be busy with other tests: the best of three. */
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'diemcau-running-'))
    for (let attempt = 1; attempt <= 3; attempt++) {
      const began = performance.now()
      home = launch(folder, ['--port', '0', '--clock', '2022-11-23T13:00:00+07:00'])
      origin = (await home.ready()).origin
      tookMs = performance.now() - began
      if (tookMs < 3_000) break
      if (attempt < 3) await home.kill('SIGINT')
    }
  })
  afterAll(async () => {
    expect(await home.kill('SIGINT')).toBe(0)
    expect(enginesOn(folder)).toEqual([])
    rmSync(folder, { recursive: true })
  })

  it('says within three seconds where it is, who may sign in and what to do next', () => {
    expect(tookMs).toBeLessThan(3_000)
    for (const word of [`${origin}/docs`, 'thuky', 'luutru', 'Next:']) expect(home.said.out).toContain(word)
  })

  it('plays the clock it was given, and moves it when told', async () => {
    const timeNow = async () => Date.parse((await fetch(`${origin}/api/me`)).headers.get('server-time') ?? '')
    const given = Date.parse('2022-11-23T13:00:00+07:00')
    expect((await timeNow()) - given).toBeLessThan(30_000)
    const to = '2022-11-23T15:00:00+07:00'
    const body = JSON.stringify({ now: to })
    expect((await fetch(`${origin}/local/clock`, { method: 'PUT', body })).status).toBe(200)
    expect((await timeNow()) - Date.parse(to)).toBeLessThan(30_000)
    expect((await timeNow()) - Date.parse(to)).toBeGreaterThanOrEqual(0)
    expect((await fetch(`${origin}/local/clock`, { method: 'PUT', body: '{"now":1}' })).status).toBe(400)
  })

  it.each([
    ['Host', 'evil.example'],
    ['Host', '127.0.0.1:1'],
    ['Origin', 'http://evil.example'],
    ['Origin', 'null'],
  ])('answers its own machine’s pages only: %s %s', async (name, value) => {
    const { request } = await import('node:http')
    const status = await new Promise((resolve, reject) => {
      request(`${origin}/api/me`, { headers: { [name]: value } }, (answer) =>
        resolve(answer.resume().statusCode),
      )
        .once('error', reject)
        .end()
    })
    expect(status).toBe(403)
  })

  it('keeps its keys for the owner alone', () => {
    for (const name of ['keys/attestation.pem', 'keys/issuer.jwk', 'home.json'])
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  })

  it('serves docs, mail, objects and the issuer, and has no clock route unless asked for', async () => {
    const paths = [
      '/docs/openapi.json',
      '/local/mail',
      '/local/objects',
      '/local_diemcau/.well-known/jwks.json',
    ]
    for (const path of paths) expect([path, (await fetch(`${origin}${path}`)).status]).toEqual([path, 200])
  })
})

it('has no clock route when no clock was asked for', async () => {
  mkdirSync(dir, { recursive: true })
  const { origin } = await start(dir).ready()
  const body = JSON.stringify({ now: '2022-11-23T15:00:00+07:00' })
  expect((await fetch(`${origin}/local/clock`, { method: 'PUT', body })).status).not.toBe(200)
})
