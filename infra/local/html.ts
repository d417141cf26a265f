// The one frame of the local home's own pages: sign-in, stored files, mail. No script at all.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'

type Html = ReturnType<typeof html>

const require = createRequire(import.meta.url)
const font = (subset: string, weight: number) =>
  require.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`)
const fonts = ['latin', 'vietnamese'].flatMap((subset) => [400, 600].map((weight) => `${subset}-${weight}`))

/** The style sheet and the fonts, under `/local/assets`; public and the same for everybody. */
export const localAssets = (): Hono => {
  const app = new Hono()
  app.get('/local/assets/local.css', (c) =>
    c.body(readFileSync(new URL('./local.css', import.meta.url), 'utf8'), 200, {
      'Content-Type': 'text/css; charset=utf-8',
    }),
  )
  app.get('/local/assets/:name{[a-z-]+-[0-9]{3}\\.woff2}', (c) => {
    const name = c.req.param('name').replace('.woff2', '')
    if (!fonts.includes(name)) return c.notFound()
    const at = name.lastIndexOf('-')
    return c.body(new Uint8Array(readFileSync(font(name.slice(0, at), Number(name.slice(at + 1))))), 200, {
      'Content-Type': 'font/woff2',
      'Cache-Control': 'public, max-age=86400',
    })
  })
  return app
}

const policy = (formAction: string[]) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    `form-action ${["'self'", ...formAction].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * Answers with a whole page.
 * @param page.formAction origins a form may lead to through a redirect; browsers check those too
 */
export const respond = async (
  c: Context,
  page: { title: string; body: Html; status?: 200 | 400 | 401 | 404; formAction?: string[] },
): Promise<Response> => {
  c.header('Content-Security-Policy', policy(page.formAction ?? []))
  c.header('X-Content-Type-Options', 'nosniff')
  // Not no-referrer: browsers would then send `Origin: null` with the sign-in form.
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cache-Control', 'no-store')
  return c.html(
    html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Điểm Cầu</title>
<link rel="stylesheet" href="/local/assets/local.css">
</head>
<body>${page.body}</body>
</html>`,
    page.status ?? 200,
  )
}

/** The head of the two pages for looking, with the way from one to the other. */
export const localHeader = (here: 'objects' | 'mail'): Html => html`
<header class="bar">
  <a class="brand" href="/">Điểm Cầu</a>
  <nav aria-label="Trang của máy chạy thử">
    <a href="/local/mail" ${here === 'mail' ? html`aria-current="page"` : ''}>Thư đã gửi</a>
    <a href="/local/objects" ${here === 'objects' ? html`aria-current="page"` : ''}>Kho tệp</a>
  </nav>
</header>`

export const heading = (title: string, note?: string): Html => html`
<div class="heading"><h1>${title}</h1>${note ? html`<p>${note}</p>` : ''}</div>`
