// A request of the web that nobody answers ends, and says what it may say.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { send } from '#web/lib/send.ts'

const silentServer = async () => {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

it('a line that answers nothing is a line that was lost, after longer than the gateway takes', async () => {
  const { server, origin } = await silentServer()
  const patience = new AbortController()
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal)
  onTestFinished(() => timeout.mockRestore())
  const asked = once(server, 'request')
  const sent = send(`${origin}/api/me`, undefined, undefined)
  const refused = expect(sent).rejects.toMatchObject({ slug: 'offline', status: 0 })
  await asked
  patience.abort()
  await refused
  expect(timeout.mock.calls[0]?.[0]).toBeGreaterThan(30_000)
})

it('whoever has less patience keeps it', async () => {
  const { server, origin } = await silentServer()
  const own = new AbortController()
  const asked = once(server, 'request')
  const sent = send(`${origin}/api/me`, { signal: own.signal }, undefined)
  const refused = expect(sent).rejects.toMatchObject({ slug: 'offline' })
  await asked
  own.abort()
  await refused
})
