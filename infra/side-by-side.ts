// Runs scripts of package.json, all at once: each one's words are told whole when it ends; one that fails fails them all.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** @returns whether it succeeded */
const run = async (script: string): Promise<boolean> => {
  const began = performance.now()
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words: Buffer) => said.push(words))
  const [code] = (await once(child, 'close')) as [number | null]
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(
    `> ${script}: ${code === 0 ? 'done' : 'FAILED'} in ${seconds} s\n${Buffer.concat(said)}`,
  )
  return code === 0
}

const succeeded = await Promise.all(process.argv.slice(2).map(run))
process.exitCode = succeeded.every(Boolean) ? 0 : 1
