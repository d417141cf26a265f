// Before each file of tests that shares its worker with others: the environment and the clock as the worker found them.
import { setClock } from '#functions/shared/clock.ts'

declare global {
  /** What the worker began with; this file is read anew for every file of tests. */
  var environmentAtFirst: NodeJS.ProcessEnv | undefined
}

globalThis.environmentAtFirst ??= { ...process.env }
const atFirst = globalThis.environmentAtFirst

for (const name of Object.keys(process.env)) if (!(name in atFirst)) delete process.env[name]
Object.assign(process.env, atFirst)
setClock(() => new Date())
