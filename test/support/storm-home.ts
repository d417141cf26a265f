// The API with its stream, queues and builder in a process of its own, over the engine and the issuer of whoever forked it:
// clients of a storm must not share its one thread. Argument: a folder for what the pump keeps.
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { byContext } from '#functions/contexts.ts'
import { strictManners } from '#infra/local/manners.ts'
import { startPump } from '#infra/local/pump.ts'
import { allConsumers, queueHandler } from '#infra/local/pump-consumers.ts'
import { startQueues } from '#infra/local/queues.ts'

const dir = process.argv[2] ?? ''
const endpoint = process.env.DYNAMODB_ENDPOINT ?? ''
const common = { endpoint, dir, manners: strictManners }

const queues = await startQueues({ ...common, handlerOf: (entry) => queueHandler(entry) })
Object.assign(process.env, queues.environment)
const pump = startPump({ ...common, table: 'records', consumers: await allConsumers() })

const stop = async () => {
  await pump.settled()
  await queues.settled()
  await pump.stop()
  await queues.stop()
  const { maxRSS } = process.resourceUsage()
  process.send?.({ peakMb: Math.round(maxRSS / 1024) })
  process.disconnect()
  server.close()
}

const server = createAdaptorServer(byContext)
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.once('message', () => void stop())
process.once('disconnect', () => process.exit())
