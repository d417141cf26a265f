// Reading what the one-machine home has mailed: a list, newest first, and one message shown safely.
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { heading, localHeader, respond } from '#infra/local/html.ts'
import { moment } from '#infra/local/objects-page.ts'

/** A page holds the newest so many. */
const most = 200

const name = /^[\dTZ]+-[\da-f]{8}$/

const load = async (dir: string, id: string): Promise<Email | undefined> => {
  const file = join(dir, `${id}.eml`)
  return name.test(id) && existsSync(file) ? PostalMime.parse(await readFile(file)) : undefined
}

const people = (list: Address[] | undefined) =>
  (list ?? []).map((one) => (one.name ? `${one.name} <${one.address}>` : one.address)).join(', ')

const dateOf = (mail: Email) => {
  const date = new Date(mail.date ?? '')
  return Number.isNaN(date.getTime()) ? '' : moment(date)
}

const row = ({ id, mail }: { id: string; mail: Email }) => html`
<tr><td><a href="/local/mail/${id}">${mail.subject || '(không có tiêu đề)'}</a></td>
<td class="keep">${people(mail.to)}</td><td class="number">${mail.attachments.length || ''}</td><td class="number">${dateOf(mail)}</td></tr>`

const list = (mails: { id: string; mail: Email }[]) =>
  mails.length
    ? html`<table><thead><tr><th scope="col">Tiêu đề</th><th scope="col">Người nhận</th><th scope="col" class="number">Tệp kèm</th><th scope="col" class="number">Gửi lúc</th></tr></thead>
<tbody>${mails.map(row)}</tbody></table>`
    : html`<p class="empty soft">Chưa gửi thư nào. Giấy mời sẽ hiện ở đây sau khi hội nghị được lên lịch.</p>`

const attachment = (id: string) => (file: Email['attachments'][number], at: number) =>
  html`
<a href="/local/mail/${id}/attachments/${at}">${file.filename ?? `Tệp ${at + 1}`}</a> `

const letter = (id: string, mail: Email) => html`
<article class="sheet"><dl class="letter">
<dt>Từ</dt><dd>${people(mail.from ? [mail.from] : [])}</dd>
<dt>Đến</dt><dd>${people(mail.to)}</dd>
<dt>Gửi lúc</dt><dd>${dateOf(mail)}</dd>
${mail.attachments.length ? html`<dt>Tệp kèm</dt><dd>${mail.attachments.map(attachment(id))}</dd>` : ''}
</dl>
${
  mail.html
    ? html`<iframe sandbox title="Nội dung thư" src="/local/mail/${id}/html"></iframe>`
    : html`<pre>${mail.text ?? ''}</pre>`
}</article>`

/** What a message carries is a stranger's: no script, no network, no access to this origin. */
const showHtml = (c: Context, mail: Email) =>
  c.body(mail.html ?? '', 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
    'X-Content-Type-Options': 'nosniff',
  })

const saveAttachment = (c: Context, mail: Email) => {
  const file = mail.attachments[Number(c.req.param('at'))]
  if (!file) return c.notFound()
  const { content } = file
  return c.body(typeof content === 'string' ? content : new Uint8Array(content), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.filename ?? 'tep')}`,
    'X-Content-Type-Options': 'nosniff',
  })
}

/** The list, one message, its HTML part and its attachments, to be mounted at `/local/mail`. */
export const mailPages = (dir: string): Hono => {
  const app = new Hono()
  const withMail =
    (show: (c: Context, mail: Email) => Response | Promise<Response>) => async (c: Context) => {
      const mail = await load(dir, c.req.param('id') ?? '')
      return mail ? show(c, mail) : c.notFound()
    }
  app.get('/', async (c) => {
    const ids = readdirSync(dir)
      .filter((file) => file.endsWith('.eml'))
      .toSorted()
      .reverse()
      .slice(0, most)
      .map((file) => file.replace('.eml', ''))
    const mails: { id: string; mail: Email }[] = []
    for (const id of ids) {
      const mail = await load(dir, id)
      if (mail) mails.push({ id, mail })
    }
    const note = `Máy này không gửi thư ra ngoài: mọi thư được giữ lại để xem. Hiện ${most} thư mới nhất.`
    const body = html`${localHeader('mail')}<main>${heading('Thư đã gửi', note)}<section class="sheet">${list(mails)}</section></main>`
    return respond(c, { title: 'Thư đã gửi', body })
  })
  app.get(
    '/:id',
    withMail((c, mail) => {
      const title = mail.subject || '(không có tiêu đề)'
      const body = html`${localHeader('mail')}<main>${heading(title)}${letter(c.req.param('id') ?? '', mail)}</main>`
      return respond(c, { title, body })
    }),
  )
  app.get('/:id/html', withMail(showHtml))
  app.get('/:id/attachments/:at', withMail(saveAttachment))
  return app
}
