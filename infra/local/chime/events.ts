// Chime's events as EventBridge carries them: best effort, so they may come twice and in any order.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { localRegion } from '../dynamodb.ts'
import { type Manners, randomOf } from '../manners.ts'
import type { Meeting, News } from './model.ts'

/** A detail carries its type, its time and what the type is about. */
type Detail = { eventType: string; [field: string]: unknown }

export type ChimeEvent = {
  version: '0'
  id: string
  'detail-type': 'Chime Meeting State Change' | 'Chime Media Pipeline State Change'
  source: 'aws.chime'
  account: string
  time: string
  region: string
  resources: string[]
  detail: Detail & { version: '0'; timestamp: number }
}

export const localAccount = '000000000000'

export type EventsOptions = {
  now: () => Date
  onEvent?: ((event: ChimeEvent) => void | Promise<void>) | undefined
  manners?: Pick<Manners, 'repeat' | 'delayMs' | 'seed'> | undefined
}

const names: Record<News['what'], string> = {
  authorized: 'Authorized',
  joined: 'Joined',
  left: 'Left',
  dropped: 'Dropped',
  'video-started': 'VideoStarted',
  'video-stopped': 'VideoStopped',
  'content-joined': 'ContentJoined',
  'content-left': 'ContentLeft',
  'content-dropped': 'ContentDropped',
  'content-video-started': 'ContentVideoStarted',
  'content-video-stopped': 'ContentVideoStopped',
}

/** Only these tell over which network. */
const onNetwork = /Joined$|Left$|Dropped$/

/** Of a meeting; its own name for it is told here alone, never with an attendee. */
export const meetingDetail = (what: 'Started' | 'Ended', meeting: Meeting): Detail => ({
  eventType: `chime:Meeting${what}`,
  meetingId: meeting.meetingId,
  externalMeetingId: meeting.externalMeetingId,
  mediaRegion: meeting.mediaRegion,
})

type AttendeeNews = { meetingId: string; attendeeId: string; externalUserId: string; mediaRegion: string }

export const attendeeDetail = (what: string, { mediaRegion, ...who }: AttendeeNews): Detail => ({
  eventType: `chime:Attendee${what}`,
  ...who,
  ...(onNetwork.test(what) ? { networkType: 'Voip' } : {}),
  mediaRegion,
})

export const newsDetail = ({ what, ...who }: News, mediaRegion: string): Detail =>
  attendeeDetail(names[what], { ...who, mediaRegion })

export const openEvents = ({ now, onEvent, manners }: EventsOptions) => {
  const { repeat, delayMs, seed } = manners ?? { repeat: 0, delayMs: 0, seed: 1 }
  const random = randomOf(seed)
  const open = new Set<Promise<void>>()
  const deliver = (event: ChimeEvent, afterMs: number) => {
    const told = (afterMs > 0 ? pause(afterMs) : Promise.resolve())
      .then(() => onEvent?.(event))
      .catch((error: unknown) => console.error('An event of Chime could not be told:', error))
      .finally(() => open.delete(told))
    open.add(told)
  }
  return {
    tell: (detail: Detail, type: ChimeEvent['detail-type'] = 'Chime Meeting State Change'): void => {
      const at = now()
      const event: ChimeEvent = {
        version: '0',
        id: randomUUID(),
        'detail-type': type,
        source: 'aws.chime',
        account: localAccount,
        time: `${at.toISOString().slice(0, 19)}Z`,
        region: localRegion,
        resources: [],
        detail: { version: '0', timestamp: at.getTime(), ...detail },
      }
      deliver(event, random() * delayMs)
      if (random() < repeat) deliver(event, random() * delayMs)
    },
    settled: async (): Promise<void> => {
      while (open.size > 0) await Promise.all(open)
    },
  }
}
export type Events = ReturnType<typeof openEvents>
