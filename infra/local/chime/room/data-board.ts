// Data messages of a room: kept while they live, and no more of them a second than Chime carries.
import type { Member } from './member.ts'

type Message = {
  topic: string
  data: Uint8Array
  lifetimeMs: number
  senderAttendeeId: string
  senderExternalUserId: string
  ingestTimeNs: number
}

const keptMost = 1024
const livesMostMs = 5 * 60_000
export const messageMost = 2048
const topicShape = /^[a-zA-Z0-9_-]{1,36}$/

const bucket = (rate: number, burst: number) => {
  let [tokens, at] = [burst, 0]
  return (now: number): boolean => {
    tokens = Math.min(burst, tokens + ((now - at) / 1000) * rate)
    at = now
    if (tokens < 1) return false
    tokens--
    return true
  }
}

/** What is asked of the board, and what becomes of it. */
export type Posted = { what: 'sent' | 'throttled'; message: Message } | { what: 'refused' }

export const openBoard = () => {
  const kept: { message: Message; until: number }[] = []
  const soft = bucket(100, 200)
  const hard = bucket(500, 10_000)
  const each = new WeakMap<Member, (now: number) => boolean>()

  const within = (member: Member, now: number): boolean => {
    const own = each.get(member) ?? bucket(200, 2000)
    each.set(member, own)
    return own(now) && hard(now)
  }

  const keep = (message: Message, now: number) => {
    if (message.lifetimeMs <= 0) return
    kept.push({ message, until: now + Math.min(message.lifetimeMs, livesMostMs) })
    if (kept.length > keptMost) kept.shift()
  }

  return {
    /** @param now epoch milliseconds */
    post: (
      member: Member,
      { topic, data, lifetimeMs }: Pick<Message, 'topic' | 'data' | 'lifetimeMs'>,
      now: number,
    ): Posted => {
      if (!topicShape.test(topic) || data.length > messageMost || !within(member, now))
        return { what: 'refused' }
      const sender = { senderAttendeeId: member.attendeeId, senderExternalUserId: member.externalUserId }
      const message = { topic, data, lifetimeMs, ...sender, ingestTimeNs: now * 1_000_000 }
      if (!soft(now)) return { what: 'throttled', message: { ...message, ingestTimeNs: 0 } }
      keep(message, now)
      return { what: 'sent', message }
    },
    /** What a newcomer has missed, but for their own. */
    missedBy: ({ attendeeId }: Member, now: number): Message[] =>
      kept
        .filter(({ message, until }) => until > now && message.senderAttendeeId !== attendeeId)
        .map(({ message }) => message),
  }
}
