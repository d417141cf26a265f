// The public pages, from public shapes alone: one bulletin, the page of one taken down, and the list. Pure.
import { civilDay, civilTime } from '#functions/shared/time.ts'
import { html, type Markup } from './markup.rules.ts'
import { PublicBulletin, PublicEntry, type PublicPhoto } from './public.schema.ts'

/** Where all of it is served, in both homes. */
export const place = '/ban-tin'

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']
const forms = {
  online: 'Trực tuyến',
  hybrid: 'Trực tiếp kết hợp trực tuyến',
  'in-person': 'Trực tiếp',
} as const

const dateOf = (instant: string): string => civilDay(instant).split('-').reverse().join('/')

const dayOf = (instant: string): string =>
  `${weekdays[new Date(civilDay(instant)).getUTCDay()]}, ngày ${dateOf(instant)}`

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

const timeOf = (instant: string): string => civilTime(instant).replace(':', ' giờ ')

const spanOf = (startsAt: string, endsAt: string | undefined): string => {
  if (!endsAt) return `${timeOf(startsAt)}, ${dayOf(startsAt)}`
  if (civilDay(startsAt) === civilDay(endsAt))
    return `Từ ${timeOf(startsAt)} đến ${timeOf(endsAt)}, ${dayOf(startsAt)}`
  return `Từ ${timeOf(startsAt)}, ${dayOf(startsAt)} đến ${timeOf(endsAt)}, ${dayOf(endsAt)}`
}

/** `5.813`: as Vietnamese writes it, without what a locale's tables may change. */
const counted = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

const framed = (title: string, body: Markup, more: { script?: true; hidden?: true } = {}): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${more.hidden ? html`<meta name="robots" content="noindex">\n` : undefined}<title>${title}</title>
<link rel="stylesheet" href="${place}/style.css">
${more.script ? html`<script src="${place}/counts.js" defer></script>\n` : undefined}</head>
<body>
<div class="bulletin">
${body}
</div>
</body>
</html>
`.text

const masthead = (home: Markup) => html`<header class="masthead">
<p class="house"><a href="${place}/">Bản tin hội nghị trực tuyến</a></p>
${home}
</header>`

const section = (id: string, title: string, body: Markup): Markup => html`
<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${body}
</section>`

const listed = (texts: readonly string[], kind: string): Markup =>
  html`<ul class="${kind}">
${texts.map((text) => html`<li>${text}</li>\n`)}</ul>`

const fact = (term: string, text: Markup | string): Markup =>
  html`<div><dt>${term}</dt><dd>${text}</dd></div>\n`

const joined = ({ total, centre }: PublicBulletin['points']): string =>
  `${centre ? 'Điểm cầu trung tâm và ' : ''}${counted(total)} điểm cầu`

const facts = ({ startsAt, endsAt, form, chairs, points }: PublicBulletin): Markup => html`<dl class="facts">
${fact('Thời gian', html`<time datetime="${startsAt}">${spanOf(startsAt, endsAt)}</time>`)}${fact('Hình thức', forms[form])}${
  chairs.length > 0
    ? fact('Chủ trì', html`<ul class="names">${chairs.map((chair) => html`<li>${chair}</li>`)}</ul>`)
    : undefined
}${points.total > 0 ? fact('Điểm cầu', joined(points)) : undefined}</dl>`

const paragraphsOf = (text: string): Markup[] =>
  text.split(/\n+/).map((paragraph) => html`<p class="lead">${paragraph}</p>\n`)

const measures = ({ width, height }: PublicPhoto): Markup | undefined =>
  width && height ? html` width="${width}" height="${height}"` : undefined

const photo = (one: PublicPhoto, at: number): Markup => html`<figure>
<a href="${one.large}.jpg"><img src="${one.small}.jpg"${measures(one)} alt="${one.caption}"${at > 1 ? html` loading="lazy"` : undefined} decoding="async"></a>
<figcaption>${one.caption}${one.point ? html`<span class="point">${one.point}</span>` : undefined}</figcaption>
</figure>
`

/** Where each has one point, how many says nothing. */
const provinces = ({ points: { provinces: list, ministry } }: PublicBulletin): Markup => {
  const all = [...(ministry > 0 ? [{ name: 'Các đơn vị thuộc Bộ', count: ministry }] : []), ...list]
  const tells = all.some(({ count }) => count > 1)
  const row = ({ name, count }: (typeof all)[number]) =>
    html`<li><span>${name}</span>${tells ? html` <b>${counted(count)}</b>` : undefined}</li>\n`
  return html`<ul class="provinces">
${all.map(row)}</ul>`
}

/** Filled in by the script when it is told; without it the page says nothing of it. */
const counts = html`
<section class="counts" aria-labelledby="luot" hidden data-counts>
<h2 id="luot">Lượt truy cập</h2>
<dl>
<div><dt>Tổng số lượt truy cập</dt><dd data-count="total"></dd></div>
<div><dt>Hôm nay</dt><dd data-count="today"></dd></div>
<div><dt>Đang trực tuyến</dt><dd data-count="online"></dd></div>
</dl>
</section>`

const some = (id: string, title: string, items: readonly unknown[], body: () => Markup) =>
  items.length > 0 ? section(id, title, body()) : undefined

/** The page of a bulletin. @throws ZodError for anything that is not told to the public */
export const bulletinPage = (told: PublicBulletin): string => {
  const bulletin = PublicBulletin.parse(told)
  const { title, lead, figures, awards, photos, points } = bulletin
  const body = html`${masthead(html`<p class="day">${sentenceCase(dayOf(bulletin.startsAt))}</p>`)}
<main>
<article>
<h1>${title}</h1>
${lead ? paragraphsOf(lead) : undefined}${facts(bulletin)}${some('anh', 'Hình ảnh tại các điểm cầu', photos, () => html`<div class="photos">\n${photos.map(photo)}</div>`)}${some('so-lieu', 'Số liệu nổi bật', figures, () => listed(figures, 'figures'))}${some('khen-thuong', 'Khen thưởng', awards, () => listed(awards, 'awards'))}${some('diem-cau', 'Điểm cầu theo địa phương', points.provinces, () => provinces(bulletin))}
</article>
</main>
<footer>${counts}
<p><a href="${place}/">Tất cả bản tin</a></p>
</footer>`
  return framed(title, body, { script: true })
}

/** What stands where a bulletin was: not even its title. */
export const gonePage = (): string =>
  framed(
    'Bản tin đã gỡ',
    html`${masthead(html``)}
<main>
<h1>Bản tin đã gỡ</h1>
<p class="lead">Bản tin này không còn được đăng.</p>
<p><a href="${place}/">Tất cả bản tin</a></p>
</main>`,
    { hidden: true },
  )

const newestFirst = (a: PublicEntry, b: PublicEntry): number =>
  a.startsAt === b.startsAt ? (a.slug < b.slug ? 1 : -1) : a.startsAt < b.startsAt ? 1 : -1

const line = ({ slug, title, startsAt }: PublicEntry): Markup => html`<li>
<a href="${place}/${slug}/">${title}</a>
<time datetime="${startsAt}">${dateOf(startsAt)}</time>
</li>
`

/** All that is published, newest first: the same bytes for the same bulletins. */
export const listPage = (told: readonly PublicEntry[]): string => {
  const entries = told.map((entry) => PublicEntry.parse(entry)).sort(newestFirst)
  const list = html`<ol class="list">\n${entries.map(line)}</ol>`
  const none = html`<p class="lead">Chưa có bản tin nào.</p>`
  return framed(
    'Bản tin hội nghị trực tuyến',
    html`${masthead(html``)}
<main>
<h1>Bản tin hội nghị</h1>
${entries.length > 0 ? list : none}
</main>`,
  )
}
