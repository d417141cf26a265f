// Before each file of tests that shares its worker with others: the environment, the clock and the ids as the worker found them.
import { setClock } from '#functions/shared/clock.ts'
import { newUlid } from '#functions/shared/new-id.ts'

declare global {
  /** What the worker began with; this file is read anew for every file of tests. */
  var environmentAtFirst: NodeJS.ProcessEnv | undefined
}

globalThis.environmentAtFirst ??= { ...process.env }
const atFirst = globalThis.environmentAtFirst

for (const name of Object.keys(process.env)) if (!(name in atFirst)) delete process.env[name]
Object.assign(process.env, atFirst)
// Ids go on from the latest moment there was, and another file may have set the clock ahead: its log would end before them. ulid takes 0 for no time at all.
setClock(() => new Date(1))
newUlid()
setClock(() => new Date())
