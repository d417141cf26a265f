// Invitations from event to mailbox: the real queue events, the embedded engine, a real SMTP server.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SQSBatchResponse } from 'aws-lambda'
import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { noticeItem } from '#functions/notices/entity.ts'
import { handler } from '#functions/notices/on-news.lambda.ts'
import { tellUnit } from '#functions/notices/tell-unit.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { type Mail, startMail } from '#infra/local/mail.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { lambdaContext, queuedEvent } from '#test/support/bundles.ts'
import { host } from '#test/support/conference.ts'
import { plant } from '#test/support/plant.ts'

const units = ['unt_ca-ninh-binh', 'unt_ca-thanh-hoa', 'unt_ca-ha-noi']
const addressOf = (unit: string) => `${unit.slice('unt_ca-'.length)}@`

let home: TestApi
let secretary: Client
let dir: string
let mail: Mail

beforeAll(async () => {
  home = await startApi(() => api)
  process.env.MAIL_FROM = 'Điểm Cầu <khong-tra-loi@diemcau.example>'
  process.env.PUBLIC_URL = 'http://127.0.0.1:8080'
  await seedUnits()
  secretary = await home.somebody(['secretariat', `unit:${host}`])
})
afterAll(() => home.stop())
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'diemcau-notices-'))
  mail = await startMail({ dir, port: 0 })
  process.env.SMTP_URL = mail.url
})
afterEach(async () => {
  await mail.stop()
  rmSync(dir, { recursive: true, force: true })
})

const input = {
  title: ['Tổng kết Ngày hội', 'tiêu chí an ninh, trật tự'],
  hostUnitId: host,
  venue: 'Trụ sở Bộ Công an, Hà Nội',
  startsAt: '2022-11-23T14:00:00+07:00',
}

const draft = async (unitIds = units): Promise<string> => {
  const { body } = await secretary.post('/api/conferences', input)
  await secretary.post(`/api/conferences/${body.id}/bridge-points`, { unitIds })
  return body.id
}

/** The event item of the scheduling, as the table has it. */
const scheduledEvent = async (id: string) => {
  const found = (await wholeLog(id, new Date())).find(({ name }) => name === 'conference.scheduled')
  if (!found) throw new Error('not scheduled')
  return found
}

const scheduled = async (unitIds = units) => {
  const id = await draft(unitIds)
  await secretary.post(`/api/conferences/${id}/schedule`)
  return { id, event: await scheduledEvent(id) }
}

type Wake = Parameters<typeof queuedEvent>[1]

const deliver = async (...wakes: Wake[]): Promise<string[]> => {
  const Records = wakes.map((wake, at) => queuedEvent(`m${at}`, wake))
  const answer = (await handler({ Records }, lambdaContext('notices'))) as SQSBatchResponse
  return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
}

const inbox = () =>
  Promise.all(
    readdirSync(dir)
      .sort()
      .map((file) => PostalMime.parse(readFileSync(join(dir, file)))),
  )
const recipients = async () => (await inbox()).map(({ to }) => to?.[0]?.address ?? '').sort()
const expected = (unitIds = units) =>
  unitIds.map((unit) => expect.stringContaining(addressOf(unit))).toSorted()

it('each unit gets one letter, however often the event comes', async () => {
  const { event } = await scheduled()
  expect(await deliver(event)).toEqual([])
  expect(await deliver(event, event)).toEqual([])
  expect(await recipients()).toHaveLength(3)
  expect(await recipients()).toEqual(expect.arrayContaining(expected()))
})

it('the letter arrives as written', async () => {
  const { id, event } = await scheduled(['unt_ca-ninh-binh'])
  await deliver(event)
  const [letter] = await inbox()
  expect(letter?.from).toEqual({ name: 'Điểm Cầu', address: 'khong-tra-loi@diemcau.example' })
  expect(letter?.subject).toBe('Giấy mời: Hội nghị tổng kết Ngày hội; tiêu chí an ninh, trật tự')
  expect(letter?.text).toContain('Thời gian: 14 giờ 00, ngày 23 tháng 11 năm 2022.')
  expect(letter?.html).toContain('trân trọng kính mời: Công an tỉnh Ninh Bình')
  expect(letter?.html).toContain(`http://127.0.0.1:8080/conferences/${id}`)
  expect(letter?.messageId).toBe(`<${id}.0.unt_ca-ninh-binh@diemcau.example>`)
})

it('who was invited stands in the log', async () => {
  const { id, event } = await scheduled()
  await deliver(event)
  const sent = (await wholeLog(id, new Date())).filter(({ name }) => name === 'invitation.sent')
  expect(sent.map(({ data }) => data.unitId).sort()).toEqual(units.toSorted())
  expect(sent.every(({ by }) => by.sub === 'system:notices')).toBe(true)
})

it('twins at the same time do not write twice', async () => {
  const { event } = await scheduled()
  expect(await Promise.all([deliver(event), deliver(event), deliver(event)])).toEqual([[], [], []])
  expect(await recipients()).toHaveLength(3)
})

it('all 63 provinces are invited, the host is not', async () => {
  const { body } = await secretary.get('/api/units?on=2022-11-23&limit=100')
  const all = (body.items as { id: string; type: string }[])
    .filter(({ type }) => type === 'provincial-police')
    .map(({ id }) => id)
  const { event } = await scheduled([...all, host])
  await deliver(event)
  expect(new Set(await recipients()).size).toBe(63)
  expect(await recipients()).toHaveLength(63)
})

it('a server that is away fails that message only, and a repeat completes it', async () => {
  const { event } = await scheduled()
  const empty = await scheduled([host])
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  expect(await deliver(empty.event, event)).toEqual(['m1'])
  expect(await recipients()).toEqual([])
  process.env.SMTP_URL = mail.url
  expect(await deliver(event)).toEqual([])
  expect(await recipients()).toHaveLength(3)
})

/** An SMTP server that takes mail for all but some; `meanwhile` happens while it is taking its first. */
const startChoosy = async (isRefused: (text: string) => boolean, meanwhile = async () => {}) => {
  const taken: string[] = []
  const server = createServer((socket) => {
    let data = false
    socket.write('220 ready\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      if (data && !text.endsWith('\r\n.\r\n')) return
      if (data) {
        data = false
        const first = taken.length === 1 ? meanwhile() : Promise.resolve()
        return void first.then(() => socket.write('250 ok\r\n'))
      }
      if (/^DATA/.test(text)) {
        data = true
        return socket.write('354 go on\r\n')
      } else if (/^RCPT/.test(text)) {
        if (isRefused(text)) return socket.write('550 no such box\r\n')
        taken.push(text)
      }
      return socket.write('250 ok\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { taken, url: `smtp://127.0.0.1:${port}`, stop: () => server.close() }
}

it('one wrong address does not keep the others from being invited; a repeat writes to that unit alone', async () => {
  const { event } = await scheduled()
  const choosy = await startChoosy((text) => text.includes(addressOf('unt_ca-thanh-hoa')))
  process.env.SMTP_URL = choosy.url
  expect(await deliver(event)).toEqual(['m0'])
  expect(choosy.taken).toHaveLength(2)
  choosy.stop()
  process.env.SMTP_URL = mail.url
  expect(await deliver(event)).toEqual([])
  expect(await recipients()).toEqual([expect.stringContaining('thanh-hoa@')])
})

it('many wrong addresses one after the other are no trouble of the server’s', async () => {
  const { event } = await scheduled(['unt_ca-ha-noi', 'unt_ca-hue', 'unt_ca-lai-chau', ...units.slice(0, 2)])
  const choosy = await startChoosy((text) => !text.includes(addressOf('unt_ca-thanh-hoa')))
  process.env.SMTP_URL = choosy.url
  expect(await deliver(event)).toEqual(['m0'])
  expect(choosy.taken).toHaveLength(1)
  choosy.stop()
})

it('a conference cancelled while letters go out invites nobody more, and tells those it invited', async () => {
  const { id, event } = await scheduled()
  const choosy = await startChoosy(
    () => false,
    async () => {
      await secretary.post(`/api/conferences/${id}/cancel`, { reason: 'Lồng ghép' })
    },
  )
  process.env.SMTP_URL = choosy.url
  expect(await deliver(event)).toEqual([])
  choosy.stop()
  expect(choosy.taken).toHaveLength(2)
  const letters = (await wholeLog(id, new Date()))
    .map(({ name }) => name)
    .filter((name) => /sent$/.test(name))
  expect(letters).toEqual(['invitation.sent', 'cancellation-notice.sent'])
})

it('a conference that has begun is not announced any more', async () => {
  const { id, event } = await scheduled()
  await secretary.post(`/api/conferences/${id}/open`, { confirmed: true })
  await secretary.post(`/api/conferences/${id}/start`)
  expect(await deliver(event)).toEqual([])
  expect(await recipients()).toEqual([])
})

it('points added before the mail goes are invited too', async () => {
  const { id, event } = await scheduled(['unt_ca-ninh-binh'])
  await secretary.post(`/api/conferences/${id}/bridge-points`, { unitIds: ['unt_ca-ha-noi'] })
  await deliver(event)
  expect(await recipients()).toHaveLength(2)
})

it('a run that died between sending and marking is taken over', async () => {
  const told = {
    conferenceId: 'cnf_none',
    unitId: 'unt_ca-ninh-binh',
    event: 'evt_1',
    address: 'a@b.example',
    sequence: 0,
  }
  await plant([noticeItem({ ...told, kind: 'invitation', state: 'sending', version: 1 })])
  let sent = 0
  const send = async () => void sent++
  const actor = systemActor('notices', 'req_1')
  await tellUnit(actor, { ...told, pointId: 'bpt_ca-ninh-binh', state: 'scheduled' }, send, 200)
  await tellUnit(actor, { ...told, pointId: 'bpt_ca-ninh-binh', state: 'scheduled' }, send, 200)
  expect(sent).toBe(1)
})

it('a message that is no event of ours goes back to the queue', async () => {
  const { event } = await scheduled(['unt_ca-ninh-binh'])
  const broken = { ...queuedEvent('broken', event), body: '{' }
  const Records = [broken, queuedEvent('good', event)]
  const answer = (await handler({ Records }, lambdaContext('notices'))) as SQSBatchResponse
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'broken' }])
  expect(await recipients()).toHaveLength(1)
})

const named = async (id: string, ...names: string[]) =>
  (await wholeLog(id, new Date())).filter(({ name }) => names.includes(name))
const newest = async (id: string, name: string) => {
  const event = (await named(id, name)).at(-1)
  if (!event) throw new Error(`no ${name}`)
  return event
}
const act = (id: string, verb: string, body: object) => secretary.post(`/api/conferences/${id}/${verb}`, body)

/** What the mail brings to the reader's calendar. */
const entriesOf = async () =>
  (await inbox()).map(({ attachments }) => {
    const calendar = attachments.find(({ mimeType }) => mimeType === 'text/calendar')
    const { content = '' } = calendar ?? {}
    const text = typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString()
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
    return [
      calendar?.method,
      event?.getFirstPropertyValue('sequence'),
      event?.getFirstPropertyValue('status'),
      String(event?.getFirstPropertyValue('dtstart')),
    ]
  })

it('a conference put off, given a date and cancelled is told step by step, and calendars follow', async () => {
  const { id, event } = await scheduled(['unt_ca-ninh-binh'])
  await deliver(event)
  await act(id, 'postpone', { reason: 'Bão số 5' })
  const off = await newest(id, 'conference.postponed')
  await deliver(off)
  await act(id, 'postpone', { reason: 'Đã có lịch', startsAt: '2022-11-30T14:00:00+07:00' })
  await deliver(await newest(id, 'conference.postponed'), off, event)
  await act(id, 'cancel', { reason: 'Lồng ghép' })
  await deliver(await newest(id, 'conference.cancelled'), event)
  const letters = await inbox()
  expect(letters.map(({ subject }) => subject?.split(':')[0])).toEqual([
    'Giấy mời',
    'Thông báo hoãn',
    'Thông báo thay đổi',
    'Thông báo hủy',
  ])
  expect(letters[2]?.text).toContain('Thời gian: 14 giờ 00, ngày 30 tháng 11 năm 2022.')
  expect(await entriesOf()).toEqual([
    ['REQUEST', 0, 'CONFIRMED', '2022-11-23T14:00:00'],
    ['CANCEL', 1, 'CANCELLED', '2022-11-23T14:00:00'],
    ['REQUEST', 2, 'CONFIRMED', '2022-11-30T14:00:00'],
    ['CANCEL', 3, 'CANCELLED', '2022-11-30T14:00:00'],
  ])
  const told = await named(
    id,
    'invitation.sent',
    'postponement-notice.sent',
    'change-notice.sent',
    'cancellation-notice.sent',
  )
  expect(told.map(({ data }) => data.sequence)).toEqual([0, 1, 2, 3])
})

it('who was never invited hears of no cancellation', async () => {
  const { id } = await scheduled()
  await act(id, 'cancel', { reason: 'Lồng ghép' })
  await deliver(await newest(id, 'conference.cancelled'))
  expect(await recipients()).toEqual([])
})

it('points added after the invitations get theirs, and nobody a second one', async () => {
  const { id, event } = await scheduled(['unt_ca-ninh-binh'])
  await deliver(event)
  await act(id, 'bridge-points', { unitIds: ['unt_ca-ha-noi'] })
  await deliver(await newest(id, 'points.added'))
  expect(await recipients()).toEqual(expected(['unt_ca-ha-noi', 'unt_ca-ninh-binh']))
})

it('a draft tells nobody of its points and edits', async () => {
  const id = await draft()
  await deliver(await newest(id, 'points.added'))
  expect(await recipients()).toEqual([])
})

it('an edit that calendars show is told, another is not', async () => {
  const { id, event } = await scheduled(['unt_ca-ninh-binh'])
  await deliver(event)
  const edit = async (change: object) => {
    const { version } = (await secretary.get(`/api/conferences/${id}`)).body
    await secretary.put(`/api/conferences/${id}`, { ...input, ...change }, { version })
    await deliver(await newest(id, 'conference.edited'))
    return (await recipients()).length
  }
  expect(await edit({ level: 'province' })).toBe(1)
  expect(await edit({ venue: 'Hội trường 500' })).toBe(2)
  expect((await inbox())[1]?.text).toContain('Địa điểm: Hội trường 500.')
})

it('a reminder goes once to each that owes an answer', async () => {
  const { id } = await scheduled()
  await secretary.post(`/api/conferences/${id}/bridge-points/bpt_ca-ha-noi/delegates`, {
    delegates: [{ position: 'Phó Giám đốc' }],
  })
  const operator = await home.somebody(['operator', 'unit:unt_ca-ha-noi'])
  const { body } = await operator.get(`/api/conferences/${id}/bridge-points/bpt_ca-ha-noi/delegates`)
  const answers = [{ delegateId: body.items[0].id, answer: 'accepted' }]
  const answered = await operator.post(`/api/conferences/${id}/bridge-points/bpt_ca-ha-noi/answers`, {
    answers,
  })
  expect(answered.status).toBeLessThan(300)
  const asked = await act(id, 'remind', { note: 'Đề nghị gửi trước 17 giờ 00.' })
  expect(asked).toMatchObject({ status: 202, body: { units: 2 } })
  const wake = await newest(id, 'reminders.asked')
  await deliver(wake, wake)
  await deliver(wake)
  expect(await recipients()).toEqual(expected(['unt_ca-ninh-binh', 'unt_ca-thanh-hoa']))
  expect((await inbox())[0]?.text).toContain('Đề nghị gửi trước 17 giờ 00.')
  expect((await operator.post(`/api/conferences/${id}/remind`, {})).status).toBe(403)
  const { totals } = (await secretary.get(`/api/conferences/${id}/invitations`)).body
  expect(totals).toEqual({ units: 3, told: 0, unanswered: 2 })
})

it('a notice to all points is kept in order and read by them', async () => {
  const { id } = await scheduled(['unt_ca-ninh-binh'])
  const operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
  for (const text of ['Giải lao 10 phút', 'Mời các điểm cầu trở lại'])
    expect((await act(id, 'notices', { text })).status).toBe(201)
  const { body } = await operator.get(`/api/conferences/${id}/notices`)
  expect(body.items.map(({ text }: { text: string }) => text)).toEqual([
    'Mời các điểm cầu trở lại',
    'Giải lao 10 phút',
  ])
  const page = (await operator.get(`/api/conferences/${id}/notices?limit=1`)).body
  const cursor = encodeURIComponent(page.cursor)
  const next = (await operator.get(`/api/conferences/${id}/notices?limit=1&cursor=${cursor}`)).body
  expect([page.items[0].text, next.items[0].text]).toEqual(['Mời các điểm cầu trở lại', 'Giải lao 10 phút'])
  expect((await operator.post(`/api/conferences/${id}/notices`, { text: 'x' })).status).toBe(403)
  const stamped = await act(id, 'notices', { text: 'Tài liệu (MẬT) kèm theo' })
  expect(stamped.body.type).toBe('/problems/secret-grade-refused')
  expect((await newest(id, 'notice.posted')).data).toMatchObject({ weight: 'usual' })
})

it('a calendar file is one’s own: the point and the role of whoever asks', async () => {
  const { id } = await scheduled(['unt_ca-ninh-binh'])
  const operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
  const chair = await home.somebody(['chair', `conference:${id}`])
  const stranger = await home.somebody(['operator', 'unit:unt_ca-ha-noi'])
  const fileOf = async (who: Client) => {
    const answer = await who.get(`/api/conferences/${id}/calendar.ics`)
    expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8; method=PUBLISH')
    return String(
      new ICAL.Component(ICAL.parse(answer.body))
        .getFirstSubcomponent('vevent')
        ?.getFirstPropertyValue('description'),
    )
  }
  expect(await fileOf(operator)).toContain('Điểm cầu: Công an tỉnh Ninh Bình\nVai trò: cán bộ điểm cầu')
  expect(await fileOf(chair)).toContain('Vai trò: chủ trì')
  expect(await fileOf(secretary)).toContain('Vai trò: ban thư ký')
  expect((await stranger.get(`/api/conferences/${id}/calendar.ics`)).status).toBe(403)
})
