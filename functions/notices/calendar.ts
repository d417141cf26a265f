// A conference as a calendar file (RFC 5545): one entry, the same for ever by its UID, newer by its SEQUENCE.
import { TZDate } from '@date-fns/tz'
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator'
import type { Conference } from '#functions/conferences/schema.ts'
import { meetingName } from '#functions/conferences/title.rules.ts'
import { clockWords } from '#functions/minutes/words.rules.ts'

const zone = 'Asia/Ho_Chi_Minh'

/** Vietnam has kept UTC+7 without summer time since 13/06/1975. */
const zoneDefinition = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  `X-LIC-LOCATION:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

type Party = { name: string; email: string }

export type CalendarAround = {
  /** `PUBLISH` for a file fetched by hand; `REQUEST` and `CANCEL` go by mail (RFC 5546). */
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  /** Where the product is reached. */
  home: string
  /** When this file is made. */
  stamp: Date
  /** The reader's bridge point, and what the reader is in the conference. */
  point?: string | undefined
  role?: string | undefined
  organizer?: Party
  attendee?: Party
}

const statusOf = ({ state }: Conference): ICalEventStatus => {
  if (state === 'cancelled' || state === 'postponed') return ICalEventStatus.CANCELLED
  return state === 'draft' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

const prefixes: Partial<Record<Conference['state'], string>> = { cancelled: '[Hủy] ', postponed: '[Hoãn] ' }

const programme = ({ agenda }: Conference): string[] => {
  const items = agenda.filter(({ dropped }) => dropped === undefined)
  if (items.length === 0) return []
  const lines = items.map(
    ({ title, plannedAt }, at) => `${at + 1}. ${title}${plannedAt ? ` (${clockWords(plannedAt)})` : ''}`,
  )
  return ['', 'Chương trình:', ...lines]
}

const reasonOf = ({ state, cancellation, postponements }: Conference): string[] => {
  const reason = state === 'cancelled' ? cancellation?.reason : postponements?.at(-1)?.reason
  return reason && state !== 'draft' ? [`Lý do thay đổi: ${reason}`] : []
}

const descriptionOf = (conference: Conference, { point, role, home }: CalendarAround): string =>
  [
    ...(point ? [`Điểm cầu: ${point}`] : []),
    ...(role ? [`Vai trò: ${role}`] : []),
    ...reasonOf(conference),
    ...programme(conference),
    '',
    `${home}/conferences/${conference.id}`,
  ].join('\n')

const at = (instant: string) => new TZDate(instant, zone)

/**
 * The file. Its UID follows from the conference alone, so every reader's calendar keeps one entry of it; a conference
 * that waits for a new date is withdrawn from calendars until it has one. Without a planned end it has a start only:
 * we invent none.
 */
export const calendarOf = async (conference: Conference, around: CalendarAround): Promise<string> => {
  const { method, stamp, organizer, attendee, home } = around
  const calendar = ical({
    prodId: { company: 'diemcau', product: 'Diem Cau', language: 'VI' },
    method: ICalCalendarMethod[method],
    // The zone is the event's: a zone of the whole calendar would make the library write times without any.
    timezone: { name: null, generator: () => zoneDefinition },
  })
  const { id, title, startsAt, endsAt, venue, sequence, state, classification } = conference
  const event = calendar.createEvent({
    id: `${id}@diemcau`,
    sequence,
    stamp,
    timezone: zone,
    start: at(startsAt),
    ...(endsAt ? { end: at(endsAt) } : {}),
    summary: `${prefixes[state] ?? ''}${meetingName(title)}`,
    location: venue,
    description: descriptionOf(conference, around),
    url: `${home}/conferences/${id}`,
    status: statusOf(conference),
    class: classification === 'internal' ? ICalEventClass.PRIVATE : ICalEventClass.PUBLIC,
    ...(organizer ? { organizer } : {}),
  })
  if (attendee)
    event.createAttendee({
      ...attendee,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: false,
    })
  return `${calendar.toString().replace(/(\r\n)?$/, '\r\n')}`
}
