// A home with the demonstration's accounts and conferences, loaded by whoever asks first, for all to copy.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { writeOwnFile } from '#infra/local/own-file.ts'

const program = fileURLToPath(new URL('./load-child.ts', import.meta.url))

/** @returns whether nobody was before */
const isFirst = (begun: string): boolean => {
  try {
    mkdirSync(begun)
    return true
  } catch {
    return false
  }
}

/** In a process of its own: a test's has a home of another moment. @returns what it said should it have failed */
const load = async (data: string): Promise<string> => {
  const child = spawn(process.execPath, [program, data], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return code === 0 ? '' : said || `It ended with ${code}.`
}

/** @returns the data folder of a home that was loaded and stopped. @throws Error with what the loading said */
export const loadOnce = async (folder: string): Promise<string> => {
  const [data, failed] = [join(folder, 'data'), join(folder, 'failed')]
  if (isFirst(join(folder, 'begun'))) {
    const fresh = join(folder, 'loading')
    const said = await load(fresh)
    if (said) writeOwnFile(failed, said)
    else renameSync(fresh, data)
  }
  while (!existsSync(data)) {
    if (existsSync(failed)) throw new Error(`The home was not loaded: ${readFileSync(failed, 'utf8')}`)
    await pause(20)
  }
  return data
}
