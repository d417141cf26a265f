// The house's side of bench `fan-out`: the broker of the one-machine home with its data plane, letting every page in by
// the policy a secretary gets. Argument: the conference.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { policyOf, topicsFor } from '#functions/live/policy.rules.ts'
import { startInlet } from '#infra/local/broker-inlet.ts'
import { startRun } from '#infra/local/broker-run.ts'

const conferenceId = process.argv[2] ?? ''
const host = 'unt_bo-cong-an'
const validFrom = '1900-01-01T00:00:00.000Z'
const grants = [{ role: 'secretariat', scope: `unit:${host}`, validFrom }]
const topics = topicsFor(grants, { conferenceId, host, invited: [] }, new Date().toISOString())

const run = await startRun({
  now: () => new Date(),
  note: () => {},
  authorize: async ({ clientId }) => ({
    isAuthenticated: true,
    principalId: 'page',
    disconnectAfterInSeconds: 900,
    refreshAfterInSeconds: 900,
    policyDocuments: [JSON.stringify(policyOf('arn:aws:iot:local:000000000000', clientId, topics))],
  }),
})
const inlet = await startInlet(run.deliver)
const server = createServer().on('upgrade', run.take)
server.listen(0, '127.0.0.1', 4_096, () =>
  process.send?.({ port: (server.address() as AddressInfo).port, publish: inlet.endpoint }),
)
