// kill -9 of the worker at any moment of an import: what is to be seen is nothing or all of it, and the next goes on.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { forgetUnits } from '#functions/directory/register.ts'
import { loadJob } from '#functions/jobs/entity.ts'
import { laterBy } from '#test/support/clock.ts'
import { communeTable } from '#test/support/communes.ts'
import { deliver, orderImport, sendTable, startUnitsHome } from '#test/support/units-home.ts'

const most = 1_000
const kills = 3
/** Between a death and the next run, by the clock that is played: longer than a lease. */
const deadMinutes = 1
const child = fileURLToPath(new URL('./job-child.ts', import.meta.url))

let home: Awaited<ReturnType<typeof startUnitsHome>>
beforeAll(async () => {
  home = await startUnitsHome()
})
afterAll(() => home.stop())

/** As the store has it now: this process does not hear of what another one did for some seconds. */
const count = async () => {
  forgetUnits()
  const { body } = await home.administrator.get('/api/units?on=2026-01-01&type=commune-police&limit=1')
  return body.total as number
}

/** How far a run of the import is let get: a chunk staged, half of them, published and being put in place. */
const reached = async (id: string, kill: number): Promise<boolean> => {
  const job = await loadJob(id)
  const [staged, isPublished] = [Number(job.steps.stage ?? 0), 'publish' in job.steps]
  return kill === 0 ? staged >= 100 : kill === 1 ? staged >= 600 : isPublished
}

it('an import whose worker is killed again and again', async () => {
  const id = await orderImport(home.administrator, await sendTable(home.administrator, communeTable(most)))
  const seen: number[] = []
  for (let kill = 0; kill < kills; kill++) {
    const args = [child, id, String(kill * deadMinutes)]
    const worker = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    const ended = once(worker, 'exit')
    while (worker.exitCode === null && !(await reached(id, kill))) seen.push(await count())
    worker.kill('SIGKILL')
    await ended
    expect(worker.signalCode).toBe('SIGKILL')
    seen.push(await count())
  }
  laterBy(kills * deadMinutes)
  await deliver(id)
  const job = await loadJob(id)
  expect([job.state, job.result]).toMatchObject(['done', { added: most, changed: 0 }])
  expect(await count()).toBe(most)
  expect(new Set(seen)).toEqual(new Set([0, most]))
}, 300_000)
