// A function in a thread of its own: pages are answered while it computes, and it fails, dies and tells the time as before.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { setClock } from '#functions/shared/clock.ts'
import { startClock } from '#infra/local/clock.ts'
import { ownThread } from '#infra/local/own-thread.ts'
import { allConsumers } from '#infra/local/pump-consumers.ts'

const dir = mkdtempSync(join(tmpdir(), 'diemcau-thread-'))
const thread = ownThread('test/support/busy-function.ts')
afterAll(async () => {
  setClock(() => new Date())
  await thread.stop()
  rmSync(dir, { recursive: true, force: true })
})

/** A page of this process. */
const openPage = async () => {
  const server = createServer((_, response) => response.end('page'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { address, close: () => new Promise((resolve) => server.close(resolve)) }
}

describe('a function in a thread of its own', () => {
  it('leaves pages answered while it does nothing but compute', async () => {
    const page = await openPage()
    const until = join(dir, 'answered')
    const busy = thread.handler({ until })
    for (let read = 0; read < 5; read++) expect(await (await fetch(page.address)).text()).toBe('page')
    writeFileSync(until, '')
    expect(await busy).toMatchObject({ came: true })
    await page.close()
  })

  it("goes by the home's clock, also when that is moved while it runs", async () => {
    const clock = startClock(new Date('2022-11-23T07:00:00Z'))
    expect(await thread.handler({})).toMatchObject({ now: expect.stringMatching(/^2022-11-23T07:0/) })
    const until = join(dir, 'moved')
    const busy = thread.handler({ until })
    clock.set(new Date('2032-01-01T00:00:00Z'))
    writeFileSync(until, '')
    expect(await busy).toMatchObject({ now: expect.stringMatching(/^2032-01-01T00:0/) })
  })

  it('fails in its own words, and starts anew after it died', async () => {
    await expect(thread.handler({ fail: 'no paper' })).rejects.toThrow('no paper')
    const dying = [thread.handler({ until: join(dir, 'moved') }), thread.handler({ die: true })]
    expect((await Promise.allSettled(dying)).at(-1)).toMatchObject({ status: 'rejected' })
    expect(await thread.handler({})).toMatchObject({ came: false })
  })

  it('is how a home prints', async () => {
    const duties: (() => Promise<void>)[] = []
    const consumers = await allConsumers(false, (duty) => duties.push(duty))
    expect(duties).toHaveLength(1)
    expect(consumers.map(({ name }) => name)).toContain('documents')
    for (const duty of duties) await duty()
  })
})
