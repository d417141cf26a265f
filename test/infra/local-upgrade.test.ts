// A home of an earlier edition that is started again: what it holds is found as in a new one.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { appFor } from '#functions/contexts.ts'
import { loadAllPersons, personItem } from '#functions/directory/entity.ts'
import { seedOnce } from '#infra/local/afternoon/seed.ts'
import { startApi } from '#test/support/api.ts'
import { plant } from '#test/support/plant.ts'

it('finds persons by words, and ends grants by their id', async () => {
  const home = await startApi(() => ({
    request: async (...asked) => (await appFor(asked[0])).request(...asked),
  }))
  const dir = mkdtempSync(join(tmpdir(), 'diemcau-upgrade-'))
  try {
    writeFileSync(join(dir, 'seeded'), 'cnf_1\n')
    const administrator = await home.somebody(['administrator', '*'])
    const operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
    const id = operator.personId
    const word = `Cũ${randomUUID().slice(0, 6)}`
    await plant([personItem({ id, name: word, posts: [], sub: operator.sub, version: 1 })])
    await vi.waitFor(async () => expect((await loadAllPersons()).map((one) => one.id)).toContain(id))
    const find = async () =>
      (await administrator.get(`/api/persons?q=${encodeURIComponent(word)}`)).body.items.length
    expect(await find()).toBe(0)
    await seedOnce('http://127.0.0.1:1', dir)
    expect(await find()).toBe(1)
    const [grant] = (await administrator.get(`/api/grants?person=${id}`)).body.items
    const ended = await administrator.post(`/api/grants/${grant.id}/end`, { reason: 'Chuyển ngành' })
    expect(ended.status).toBe(200)
    expect(existsSync(join(dir, 'edition'))).toBe(true)
  } finally {
    rmSync(dir, { recursive: true, force: true })
    await home.stop()
  }
})
