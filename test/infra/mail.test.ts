// The mail sink with a real SMTP client: what is sent is kept whole and shown without running it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mail, startMail } from '#infra/local/mail.ts'

const dir = mkdtempSync(join(tmpdir(), 'diemcau-mail-'))
let mail: Mail
beforeAll(async () => {
  mail = await startMail({ dir, port: 0 })
})
afterAll(async () => {
  await mail.stop()
  rmSync(dir, { recursive: true, force: true })
})

const send = (message: object) =>
  createTransport(mail.url).sendMail({
    from: 'Điểm Cầu <khong-tra-loi@diemcau.example>',
    to: 'Công an tỉnh Ninh Bình <ninhbinh@diemcau.example>',
    date: new Date('2022-11-20T01:00:00Z'),
    ...message,
  })
const page = async (path: string) => {
  const answer = await new Hono().route('/local/mail', mail.pages).request(path)
  return { answer, text: await answer.text() }
}
const newest = async () => /\/local\/mail\/[\w-]+/.exec((await page('/local/mail')).text)?.[0] ?? ''

test('an empty box says what will be there', async () => {
  expect((await page('/local/mail')).text).toContain('Chưa gửi thư nào')
})

test('a message is kept as it was sent, for its owner only, and read back in Vietnamese', async () => {
  const text = 'Trân trọng kính mời\nĐồng chí Giám đốc'
  const icalEvent = { filename: 'hoi-nghi.ics', content: 'BEGIN:VCALENDAR\nEND:VCALENDAR' }
  await send({ subject: 'Giấy mời: Hội nghị trực tuyến', text, icalEvent })
  const [file = ''] = readdirSync(dir)
  expect(readFileSync(join(dir, file), 'utf8')).toMatch(/^Content-Type:/m)
  expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600)
  expect((await page('/local/mail')).text).toContain('Giấy mời: Hội nghị trực tuyến')
  const opened = (await page(await newest())).text
  for (const part of [text, 'Công an tỉnh Ninh Bình &lt;ninhbinh@diemcau.example&gt;', '08:00 · 20/11/2022'])
    expect(opened).toContain(part)
  expect(opened).toContain('hoi-nghi.ics')
  const { answer, text: calendar } = await page(`${await newest()}/attachments/0`)
  expect(calendar).toContain('BEGIN:VCALENDAR')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
})

test('the newest message stands first', async () => {
  await send({ subject: 'Thư sau', text: 'x' })
  const { text } = await page('/local/mail')
  expect(text.indexOf('Thư sau')).toBeLessThan(text.indexOf('Giấy mời'))
})

test('HTML is shown only in a sandbox, subjects are escaped', async () => {
  await send({ subject: '<img src=x onerror=alert(1)>', html: '<script>alert(1)</script><p>Chào</p>' })
  const path = await newest()
  const { text } = await page(path)
  expect(text).not.toMatch(/<img|<script/)
  expect(text).toMatch(/<iframe sandbox title="[^"]+" src="[^"]+\/html">/)
  const { answer } = await page(`${path}/html`)
  expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
})

test('twenty messages at once are all kept', async () => {
  const before = readdirSync(dir).length
  await Promise.all(Array.from({ length: 20 }, (_, at) => send({ subject: `Thư ${at}`, text: 'x' })))
  expect(readdirSync(dir)).toHaveLength(before + 20)
})

test('only files of the box are opened', async () => {
  for (const id of ['..%2f..%2fetc%2fpasswd', 'none'])
    expect((await page(`/local/mail/${id}`)).answer.status).toBe(404)
})
