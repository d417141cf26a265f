// Takes what the live channel says into the query cache; what a message only names is asked for anew.
import type { QueryClient } from '@tanstack/react-query'
import { Told, type ToldItem, topicsOf } from '#functions/live/messages.schema.ts'
import { glancing } from './glance.ts'
import { hearBoard } from './hear-board.ts'
import { keysOf } from './keys.ts'
import { openRefetching, type Refetching } from './refetching.ts'
import { tell } from './tell.ts'
import { nextTick } from './tick.ts'
import { showsItem } from './touched.rules.ts'

/** What of the cache a whole item goes into. */
const into = (client: QueryClient, refetching: Refetching, conferenceId: string) => {
  const { itself, floor } = keysOf(conferenceId)
  /** @returns false for an item that carries nothing to show */
  return (item: ToldItem): boolean => {
    if (!('value' in item) || item.value === undefined) return false
    if (item.kind === 'conference')
      tell(client, refetching, itself, { told: 'conference', value: item.value })
    if (item.kind === 'agenda') {
      const value = { items: item.value.agenda, version: item.version }
      tell(client, refetching, itself, { told: 'agenda', value })
    }
    if (item.kind === 'floor') tell(client, refetching, floor, { told: 'floor', value: item.value })
    if (item.kind === 'floor-request')
      tell(client, refetching, floor, { told: 'request', at: nextTick(), value: item.value })
    return true
  }
}

/** Everybody lost the same: they do not ask in the same moment. */
const spreadMs = 1_000

const lastPart = (topic: string) => topic.slice(topic.lastIndexOf('/') + 1)

export type Listener = {
  hear(topic: string, text: string): void
  /** Asks for everything again, not at once. */
  askAll(): void
  stop(): void
}

export const listen = (client: QueryClient, conferenceId: string): Listener => {
  const topics = topicsOf(conferenceId)
  const refetching = openRefetching(client)
  const board = hearBoard(client, refetching, conferenceId)
  const take = into(client, refetching, conferenceId)
  const glance = glancing(client, conferenceId)
  const versions = new Map<string, number>()

  const items = (message: unknown, point: string | undefined) => {
    for (const item of Told.parse(message).items) {
      const key = `${item.kind} ${item.id}`
      if (item.version <= (versions.get(key) ?? -1)) continue
      versions.set(key, item.version)
      const carried = take(item)
      if (!carried) refetching.where((shown) => showsItem(shown, conferenceId, item, point))
      if (!carried && item.kind !== 'contribution' && point) glance(point)
    }
  }

  const read = (topic: string, message: unknown) => {
    if (topic === topics.board) board.head(message)
    else if (topic.startsWith(topics.rows(''))) board.rows(lastPart(topic), message)
    else items(message, topic.startsWith(topics.point('')) ? lastPart(topic) : undefined)
  }
  const askAll = () =>
    refetching.where(([root, of]) => root === 'conference' && of === conferenceId, spreadMs)

  return {
    hear: (topic, text) => {
      try {
        read(topic, JSON.parse(text))
      } catch {
        // The server is newer than this page: what the message says is asked for in words the page knows.
        askAll()
      }
    },
    askAll,
    stop: () => {
      refetching.stop()
      board.stop()
    },
  }
}
