// What the first page asks for before it can be drawn, as index.html names it, and whether what it must not hold is in it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWeb, builtWeb } from '#infra/build-web.ts'

export const limitKb = 180

/** Words that only these libraries' code says. */
const strangers = { mqtt: /MQIsdp|mqttjs_/, chime: /amazon-chime-sdk/ }

export type FirstPage = {
  /** Compressed as servers do, in thousands of bytes. */
  scriptKb: number
  styleKb: number
  scripts: number
  strangers: string[]
}

export const readFirstPage = async (): Promise<FirstPage> => {
  await buildWeb()
  const page = await readFile(join(builtWeb, 'index.html'), 'utf8')
  const read = (ending: string) =>
    Promise.all(
      (page.match(new RegExp(`/assets/[^"]+[.]${ending}`, 'g')) ?? []).map((path) =>
        readFile(join(builtWeb, path)),
      ),
    )
  const [scripts, styles] = [await read('js'), await read('css')]
  const weigh = (files: Buffer[]) =>
    files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1000
  const found = Object.entries(strangers).filter(([, said]) =>
    scripts.some((script) => said.test(script.toString())),
  )
  return {
    scriptKb: weigh(scripts),
    styleKb: weigh(styles),
    scripts: scripts.length,
    strangers: found.map(([name]) => name),
  }
}
