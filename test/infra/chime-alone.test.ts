// The local Chime by itself: who may come, where it does not run, and what its command tells.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { ChimeSDKMeetingsClient, CreateMeetingCommand } from '@aws-sdk/client-chime-sdk-meetings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startChime } from '#infra/local/chime/chime.ts'
import { openMedia } from '#infra/local/chime/media.ts'
import { asked, type ChimeUnderTest, startChimeUnderTest } from '#test/support/local-chime.ts'

describe('who may come', () => {
  let chime: ChimeUnderTest
  let homely: ChimeUnderTest
  beforeAll(async () => {
    chime = await startChimeUnderTest()
    homely = await startChimeUnderTest({ origins: ['http://127.0.0.1:8080'] })
  })
  afterAll(() => Promise.all([chime.stop(), homely.stop()]))

  const statusOf = (at: ChimeUnderTest, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asking = request(
        `${at.endpoint}/meetings/00000000-0000-4000-8000-000000000000`,
        { headers },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        },
      )
      asking.once('error', reject).end()
    })

  const knock = (at: ChimeUnderTest, headers: Record<string, string>, path = '/control/x') =>
    new Promise<number | undefined>((resolve, reject) => {
      const socket = new WebSocket(`${at.origin}${path}`, '_aws_wt_session', { headers })
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.once('error', reject)
    })

  it('is any page of this machine, and no foreign one', async () => {
    for (const origin of ['http://127.0.0.1:5173', 'http://localhost:3000']) {
      expect(await statusOf(chime, { origin }), origin).toBe(404)
      expect(await knock(chime, { origin }), origin).toBe(503)
    }
    for (const origin of ['https://elsewhere.example', 'null', 'http://127.0.0.1.elsewhere.example']) {
      expect(await statusOf(chime, { origin }), origin).toBe(403)
      expect(await knock(chime, { origin }), origin).toBe(403)
    }
  })

  it('is none but the home’s where there is a home', async () => {
    expect(await statusOf(homely, { origin: 'http://127.0.0.1:8080' })).toBe(404)
    expect(await knock(homely, { origin: 'http://127.0.0.1:8080' })).toBe(503)
    expect(await statusOf(homely, { origin: 'http://127.0.0.1:5173' })).toBe(403)
    expect(await knock(homely, { origin: 'http://127.0.0.1:5173' })).toBe(403)
    expect(await statusOf(homely, {})).toBe(404)
  })

  it('comes by our own name, and to a meeting’s door', async () => {
    const { port } = new URL(chime.endpoint)
    expect(await statusOf(chime, { host: `localhost:${port}` })).toBe(404)
    for (const host of [`elsewhere.example:${port}`, '127.0.0.1', 'localhost:1'])
      expect(await statusOf(chime, { host }), host).toBe(403)
    for (const path of ['/elsewhere', '/control/', '/control/%E0%A4%A', '/control/a/b'])
      expect(await knock(chime, {}, path), path).toBe(404)
  })

  it('speaks its language: other paths, no JSON, too much of it', async () => {
    const post = (path: string, body: string) =>
      fetch(`${chime.endpoint}${path}`, { method: 'POST', body }).then(async (answer) => ({
        status: answer.status,
        type: answer.headers.get('x-amzn-errortype'),
        ...((await answer.json()) as object),
      }))
    expect(await post('/elsewhere', '{}')).toMatchObject({ status: 404, type: 'UnknownOperationException' })
    expect(await post('//', '{}')).toMatchObject({ status: 404, type: 'UnknownOperationException' })
    const bad = { status: 400, type: 'BadRequestException', Code: 'BadRequest' }
    expect(await post('/meetings', '{')).toMatchObject(bad)
    expect(await post('/meetings', '')).toMatchObject(bad)
    expect(await post('/meetings', `"${'x'.repeat(2_000_000)}"`)).toMatchObject(bad)
    expect(await post('/meetings/%E0%A4%A/attendees', '{}')).toMatchObject(bad)
  })
})

it('does not run inside AWS', async () => {
  process.env.AWS_LAMBDA_RUNTIME_API = '127.0.0.1:9001'
  try {
    await expect(startChime()).rejects.toThrow('does not run inside AWS')
    const rooms = { meeting: () => undefined, admit: () => undefined }
    await expect(openMedia({ rooms, tell: () => {} })).rejects.toThrow('does not run inside AWS')
  } finally {
    delete process.env.AWS_LAMBDA_RUNTIME_API
  }
})

describe('npm run chime', () => {
  const running: ChildProcess[] = []
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL')
  })

  const run = (...args: string[]) => {
    const child = spawn(process.execPath, ['infra/local/chime/main.ts', ...args], { stdio: 'pipe' })
    running.push(child)
    const said = { out: '', err: '' }
    child.stdout.on('data', (text) => {
      said.out += text
    })
    child.stderr.on('data', (text) => {
      said.err += text
    })
    /** Resolves as soon as it has said that. */
    const says = async (what: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const found = what.exec(said.out)
        if (found) return found
        await once(child.stdout, 'data')
      }
    }
    return { child, said, says }
  }

  it('prints its address, serves a client that is pointed there by the environment, tells events, stops', async () => {
    const { child, says } = run('--port', '0', '--events')
    const [, endpoint = ''] = await says(/Endpoint\s+\S*?(http:\/\/127\.0\.0\.1:\d+)/)
    process.env.AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS = endpoint
    const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
    const client = new ChimeSDKMeetingsClient({ region: 'us-east-1', credentials })
    const { Meeting } = await client.send(new CreateMeetingCommand(asked))
    delete process.env.AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS
    expect(Meeting?.MediaPlacement?.SignalingUrl).toBe(
      `${endpoint.replace('http', 'ws')}/control/${Meeting?.MeetingId}`,
    )
    const [line] = await says(/^\{.*chime:MeetingStarted.*\}$/m)
    expect(JSON.parse(line).detail.meetingId).toBe(Meeting?.MeetingId)
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([0, null])
    client.destroy()
  })

  it('says in one sentence that its port is taken', async () => {
    const other = await startChimeUnderTest()
    const { port } = new URL(other.endpoint)
    const { child, said } = run('--port', port)
    expect(await once(child, 'close')).toEqual([1, null])
    expect(said.err).toMatch(/^The local Chime cannot listen: .*EADDRINUSE.*\.\n$/)
    await other.stop()
  })

  it.each([['--prt'], ['--port', 'abc']])('refuses %s in one sentence', async (...args) => {
    const { child, said } = run(...args)
    // Only then everything it said has come.
    expect(await once(child, 'close')).toEqual([1, null])
    expect(said.err).toMatch(/^(The flags are|--port takes)/)
  })
})
