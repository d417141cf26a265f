// Lets a page into the live channel, as the channel asks: verifies the token of the MQTT password, reads what the
// account may hear, and answers a policy for that one conference. Says no without saying why.
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import * as z from 'zod'
import { loadInvitedUnits } from '#functions/bridge-points/invitations.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import { isAnnounced } from '#functions/conferences/rules.ts'
import { standingOf } from '#functions/grants/entity.ts'
import { unitsHeld } from '#functions/grants/rules.ts'
import { now } from '#functions/shared/clock.ts'
import { log } from '#functions/shared/log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { recently } from '#functions/shared/recent.ts'
import { verifyToken } from '#functions/shared/token.ts'
import { partsOfClientId } from './messages.schema.ts'
import { lastsSeconds, policyOf, principalOf, refreshSeconds, topicsFor } from './policy.rules.ts'

const Asked = z.object({
  protocolData: z.object({
    mqtt: z.object({ clientId: z.string(), username: z.string(), password: z.base64() }),
  }),
})

/** A name may carry the channel's own parameters behind a question mark. */
const nameOf = (username: string) => username.split('?')[0]

const refusal = { isAuthenticated: false as const }

/** Thousands of pages come at once, each asking of the same conference. */
const conferences = recently(250, loadConference)

const placeOf = async (conferenceId: string, grants: Parameters<typeof unitsHeld>[0], at: string) => {
  const conference = await conferences.get(conferenceId)
  const units = isAnnounced(conference) ? unitsHeld(grants, 'operator', at) : []
  const invited = units.length > 0 ? await loadInvitedUnits(conferenceId, units) : []
  return { conferenceId, host: conference.hostUnitId, invited }
}

/** `arn:aws:iot:…` of the account and region this very function is in. */
const channelOf = ({ invokedFunctionArn }: Pick<Context, 'invokedFunctionArn'>) => {
  const [, partition, , region, account] = invokedFunctionArn.split(':')
  return `arn:${partition}:iot:${region}:${account}`
}

const admit = async (event: unknown, context: Context) => {
  const asked = Asked.safeParse(event).data?.protocolData.mqtt
  const page = asked && partsOfClientId(asked.clientId)
  if (!page || nameOf(asked.username) !== page.conferenceId) return refusal
  const token = Buffer.from(asked.password, 'base64').toString()
  const { sub, exp } = await verifyToken(`Bearer ${token}`)
  const { holder, grants } = await standingOf(sub)
  if (sub !== page.sub || holder?.disabled) return refusal
  const at = now()
  const place = await placeOf(page.conferenceId, grants, at.toISOString())
  const topics = topicsFor(grants, place, at.toISOString())
  if (topics.length === 0) return refusal
  return {
    isAuthenticated: true as const,
    principalId: principalOf(sub),
    disconnectAfterInSeconds: lastsSeconds(exp - at.getTime() / 1000),
    refreshAfterInSeconds: refreshSeconds,
    policyDocuments: [JSON.stringify(policyOf(channelOf(context), asked.clientId, topics))],
  }
}

export type Admission = Awaited<ReturnType<typeof admit>>

/** What the channel is not told of it is in the log of neither side: tokens and names. */
export const handler = middy(async (event: unknown, context: Context): Promise<Admission> => {
  try {
    return await admit(event, context)
  } catch (error) {
    if (error instanceof Problem) return refusal
    log.error('nobody can be let in', { error: error as Error })
    throw error
  }
})
