// Who is connected to the broker, as the authorizer let them in: what each may hear, until when, and what they hear.
import { randomUUID } from 'node:crypto'
import type { Client } from 'aedes'
import type { WebSocket } from 'ws'
import type { Admission } from '#functions/live/authorize.lambda.ts'
import { subscriptionsMost } from './broker-limits.data.ts'
import { allows, type Rule, rulesOf } from './broker-policy.ts'

type Admitted = Extract<Admission, { isAuthenticated: true }>

/** What a client said when it connected: the authorizer is asked with it again. */
export type Credentials = { clientId: string; username: string; password: string }

export type Session = {
  client: Client
  socket: WebSocket
  credentials: Credentials
  rules: Rule[]
  /** Answers found before, by topic. */
  hears: Map<string, boolean>
  filters: Set<string>
  endsAt: number
  refreshAt: number
  sessionIdentifier: string
  versionNumber: number
}

/** Where this broker is, as policies name it. */
const channel = 'arn:aws:iot:local:000000000000'

/** Counted on from a number that no earlier run of this home has reached. */
const firstVersion = () => Math.floor((Date.now() - Date.UTC(2020, 0)) / 1000)

/** @param now the home's clock: sessions end by it */
export const openSessions = (now: () => Date) => {
  const sessions = new Map<Client, Session>()
  let version = firstVersion()

  const granted = ({ policyDocuments, disconnectAfterInSeconds, refreshAfterInSeconds }: Admitted) => ({
    rules: rulesOf(policyDocuments),
    hears: new Map<string, boolean>(),
    refreshAt: now().getTime() + refreshAfterInSeconds * 1000,
    endsAt: now().getTime() + disconnectAfterInSeconds * 1000,
  })

  return {
    all: () => [...sessions.values()],
    of: (client: Client) => sessions.get(client),
    /** @returns undefined where the policy does not let it connect under that name */
    open: (client: Client, socket: WebSocket, credentials: Credentials, admitted: Admitted) => {
      const grant = granted(admitted)
      if (!allows(grant.rules, 'iot:Connect', `${channel}:client/${credentials.clientId}`)) return undefined
      const session: Session = {
        ...grant,
        client,
        socket,
        credentials,
        filters: new Set(),
        sessionIdentifier: randomUUID(),
        versionNumber: ++version,
      }
      sessions.set(client, session)
      return session
    },
    /** The end of a connection stays as it was told when it began. */
    refresh: (session: Session, admitted: Admitted): void => {
      Object.assign(session, { ...granted(admitted), endsAt: session.endsAt })
    },
    close: (client: Client): Session | undefined => {
      const session = sessions.get(client)
      sessions.delete(client)
      return session
    },
  }
}

export type Sessions = ReturnType<typeof openSessions>

/** Whether it may subscribe to one filter more; noted if so. */
export const subscribes = ({ rules, filters }: Session, filter: string): boolean => {
  if (!filters.has(filter) && filters.size >= subscriptionsMost) return false
  if (!allows(rules, 'iot:Subscribe', `${channel}:topicfilter/${filter}`)) return false
  filters.add(filter)
  return true
}

export const receives = ({ rules, hears }: Session, topic: string): boolean => {
  const known = hears.get(topic)
  if (known !== undefined) return known
  const may = allows(rules, 'iot:Receive', `${channel}:topic/${topic}`)
  hears.set(topic, may)
  return may
}
