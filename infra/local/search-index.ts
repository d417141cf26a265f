// `npm run search-index`: makes the index of the search anew, in the folder of a home that is not running.
import { parseArgs } from 'node:util'
import { rebuildIndex } from '#functions/search/rebuild-index.ts'
import { startHome } from './home.ts'
import { Refusal } from './refusal.ts'

const { values } = parseArgs({ options: { data: { type: 'string', default: '.data' } } })

try {
  const home = await startHome({ data: values.data, port: 0, seed: false })
  try {
    const { years, documents } = await rebuildIndex()
    console.log(`${documents} documents of ${years.length} years can be found: ${years.join(', ')}.`)
  } finally {
    await home.stop()
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
