// What an account may hear of a conference, by the one permission table, and the channel's policy that says so. Pure.
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { may, type Touched, unitsHeld } from '#functions/grants/rules.ts'
import { topicsOf } from './messages.schema.ts'

type Grants = Parameters<typeof may>[0]

/** The conference, its host, and those units of the account that have a point in it. */
export type Place = { conferenceId: string; host: string; invited: readonly string[] }

/**
 * The topics an account may hear, `*` standing for any rest; none where it may not read the conference. Every point is
 * heard by those who may look at the technical state of all, one's own by whoever runs its link.
 * @param at UTC instant
 */
export const topicsFor = (grants: Grants, { conferenceId, host, invited }: Place, at: string): string[] => {
  const touched: Touched = { conference: conferenceId, host }
  if (!may(grants, 'conference:read', { ...touched, invited }, at)) return []
  const topics = topicsOf(conferenceId)
  const everyones = [topics.floor, topics.agenda, topics.board, topics.rows('*')]
  if (may(grants, 'technical:read', touched, at)) return [...everyones, topics.point('*')]
  const own = unitsHeld(grants, 'operator', at).filter(
    (unit) => invited.includes(unit) && may(grants, 'point:link', { ...touched, unit }, at),
  )
  return [...everyones, ...own.map((unit) => topics.point(pointIdOf(unit)))]
}

/** The most characters of a policy that the channel takes. */
export const policyMost = 2_048

/** Where the channel is: `arn:aws:iot:ap-southeast-1:123456789012`. */
export type Channel = string

export type Statement = { Effect: 'Allow'; Action: string; Resource: string[] }
export type Policy = { Version: '2012-10-17'; Statement: Statement[] }

const allowing = (channel: Channel, clientId: string, topics: readonly string[]): Policy => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'iot:Connect', Resource: [`${channel}:client/${clientId}`] },
    {
      Effect: 'Allow',
      Action: 'iot:Subscribe',
      Resource: topics.map((topic) => `${channel}:topicfilter/${topic}`),
    },
    {
      Effect: 'Allow',
      Action: 'iot:Receive',
      Resource: topics.map((topic) => `${channel}:topic/${topic}`),
    },
  ],
})

/**
 * Connect as that page, subscribe to and receive those topics, nothing else: what is not allowed is refused. Of an
 * account with very many points the last are left out, its pages ask for those.
 */
export const policyOf = (channel: Channel, clientId: string, topics: readonly string[]): Policy => {
  let most = topics.length
  while (most > 1 && JSON.stringify(allowing(channel, clientId, topics.slice(0, most))).length > policyMost)
    most--
  return allowing(channel, clientId, topics.slice(0, most))
}

/** A connection lasts so long at least, and at most a day: the channel takes no other figure. */
const [leastSeconds, mostSeconds] = [300, 86_400]

/** How often the channel asks again whether the account may still hear: an ended grant is felt then. */
export const refreshSeconds = leastSeconds

/** @param leftSeconds of the token's life: the connection ends with it */
export const lastsSeconds = (leftSeconds: number): number =>
  Math.min(mostSeconds, Math.max(leastSeconds, Math.floor(leftSeconds)))

/** The account's id as the channel takes it: letters and figures alone. */
export const principalOf = (sub: string): string => sub.replace(/[^0-9A-Za-z]/g, '').slice(0, 128) || 'nobody'
