// Looking at stored files on one machine: a list per bucket, and one file opened without running it.
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Stored } from 's3rver/lib/stores/filesystem.js'
import { heading, localHeader, respond } from '#infra/local/html.ts'
import type { WholeStore } from '#infra/local/objects-store.ts'

/** Newest first, as many as fit a page one can read. */
const most = 300

/** Shown by browsers without running anything; every other type is saved instead. */
const harmless = /^(application\/pdf|image\/(png|jpeg|webp|gif)|text\/plain|application\/json)(;|$)/

const size = (bytes: number) =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
      ? `${(bytes / 1024).toLocaleString('vi', { maximumFractionDigits: 1 })} KB`
      : `${(bytes / 1024 ** 2).toLocaleString('vi', { maximumFractionDigits: 1 })} MB`

/** `14:05 · 23/11/2022`, in the civil time of Việt Nam. */
export const moment = (date: Date): string => {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('vi', { timeZone: 'Asia/Ho_Chi_Minh', ...options }).format(date)
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${time} · ${part({ day: '2-digit', month: '2-digit', year: 'numeric' })}`
}

const address = ({ bucket, key }: Stored) =>
  `/local/objects/${[bucket, ...key.split('/')].map(encodeURIComponent).join('/')}`

const row = (object: Stored) => html`
<tr><td><a href="${address(object)}">${object.key}</a></td>
<td class="number">${size(object.size)}</td><td class="number">${moment(object.lastModifiedDate)}</td></tr>`

const table = (bucket: string, objects: Stored[]) => html`
<section class="sheet"><h2>${bucket}</h2>
${
  objects.length
    ? html`<table><thead><tr><th scope="col">Tệp</th><th scope="col" class="number">Dung lượng</th><th scope="col" class="number">Lưu lúc</th></tr></thead>
<tbody>${objects.slice(0, most).map(row)}</tbody></table>`
    : html`<p class="empty soft">Chưa có tệp nào. Tệp tham luận và hồ sơ niêm phong sẽ hiện ở đây.</p>`
}</section>`

const newestFirst = async (store: WholeStore, bucket: string) =>
  (await store.listObjects(bucket, {})).objects.toSorted(
    (a, b) => b.lastModifiedDate.getTime() - a.lastModifiedDate.getTime(),
  )

/** The list and the files below it, to be mounted at `/local/objects`. */
export const objectPages = (store: WholeStore, buckets: string[]): Hono => {
  const app = new Hono()
  app.get('/', async (c) => {
    const tables = await Promise.all(
      buckets.map(async (bucket) => table(bucket, await newestFirst(store, bucket))),
    )
    const note = `Những gì hệ thống thật giữ trên Amazon S3; ở đây nằm trên máy này. Mỗi kho hiện ${most} tệp mới nhất.`
    const body = html`${localHeader('objects')}<main>${heading('Kho tệp', note)}${tables}</main>`
    return respond(c, { title: 'Kho tệp', body })
  })
  app.get('/:bucket/:key{.+}', async (c) => {
    const { bucket, key } = c.req.param()
    const safe = key.split('/').every((part) => part !== '..' && part !== '.' && part !== '')
    const found = buckets.includes(bucket) && safe ? await store.getObject(bucket, key) : null
    if (!found?.content) return c.notFound()
    const type = found.metadata['content-type'] ?? ''
    const open = harmless.test(type)
    const name = encodeURIComponent(key.split('/').at(-1) ?? '')
    return c.body(Readable.toWeb(found.content) as ReadableStream, 200, {
      'Content-Type': open ? type : 'application/octet-stream',
      'Content-Length': String(found.size),
      'Content-Disposition': `${open ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    })
  })
  return app
}
