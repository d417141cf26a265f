// The sign-in page: the form, and the local accounts, each a link that fills it. Works without script.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { compareVietnamese } from '#functions/shared/text.ts'
import { type Account, localPassword, type Role } from '#infra/local/accounts.data.ts'
import { respond } from '#infra/local/html.ts'
import type { Home } from '#infra/local/identity-home.ts'
import { passwordLength } from '#infra/sign-in.data.ts'

const roles: Record<Role, string> = {
  administrator: 'Quản trị',
  secretariat: 'Ban thư ký',
  chair: 'Chủ trì',
  operator: 'Cán bộ điểm cầu',
  archivist: 'Cán bộ lưu trữ',
  contributor: 'Đại biểu',
}

/** The product's own mark, as web/ui/Emblem.tsx draws it. */
const mark = html`<svg viewBox="0 0 36 36" aria-hidden="true"><rect width="36" height="36" rx="8" fill="#a61c1c"/>
  <path d="M8 25C9 9 27 9 28 25" fill="none" stroke="#fff" stroke-width="2.6"/>
  <g fill="#fff"><circle cx="8" cy="25" r="3.4"/><circle cx="28" cy="25" r="3.4"/><circle cx="18" cy="13" r="4.4"/></g></svg>`

/** Why the page is shown again: a wrong name or password, or a first password whose days are over. */
type Refused = 'wrong' | 'expired'
type Page = { query: URLSearchParams; filled: string; refused: Refused | undefined }

const refusals = {
  wrong: html`<p class="refusal" role="alert"><strong>Sai tên đăng nhập hoặc mật khẩu.</strong><br>Hãy kiểm tra phím Caps Lock, bộ gõ tiếng Việt rồi nhập lại mật khẩu.</p>`,
  expired: html`<p class="refusal" role="alert"><strong>Mật khẩu tạm thời đã hết hạn.</strong><br>Hãy đề nghị quản trị hệ thống gửi lại thư mời.</p>`,
}

const linkOf = (page: Page, account: Account) => {
  const query = new URLSearchParams(page.query)
  query.set('login_hint', account.username)
  return `/login?${query}`
}

const current = (page: Page, account: Account) =>
  account.username === page.filled ? html`aria-current="true"` : ''

const roleLink = (page: Page, account: Account) => html`
<li><a href="${linkOf(page, account)}" ${current(page, account)}>
  <strong>${roles[account.role]}</strong><span>${account.name}</span><code>${account.username}</code></a></li>`

const placeOf = (account: Account) => account.name.replace(/^.*Công an (tỉnh|thành phố) /i, '')

const provinceLink = (page: Page, account: Account) => html`
<li><a href="${linkOf(page, account)}" ${current(page, account)}>${placeOf(account)}</a></li>`

/** Only the built-in accounts share the password that is filled in. */
const isLocal = (home: Home, page: Page) =>
  !page.refused && home.accounts.some(({ username }) => username === page.filled)

const form = (home: Home, page: Page) => html`
<form method="post" action="/login?${page.query}">
  ${page.refused ? refusals[page.refused] : ''}
  <label>Tên đăng nhập
    <input name="username" value="${page.filled}" required autocomplete="username" autocapitalize="none" spellcheck="false" ${page.filled ? '' : html`autofocus`}></label>
  <label>Mật khẩu
    <input name="password" type="password" value="${isLocal(home, page) ? localPassword : ''}" required autocomplete="current-password" ${page.refused ? html`autofocus` : ''}></label>
  <button class="act" type="submit" ${page.filled && !page.refused ? html`autofocus` : ''}>Đăng nhập</button>
</form>`

const firstOfRole = (account: Account, at: number, all: Account[]) =>
  all.findIndex((other) => other.role === account.role) === at

/** Shows the sign-in page, filled for `login_hint` or for whoever was just refused. */
export const loginPage = (
  c: Context,
  home: Home,
  query: URLSearchParams,
  refused?: { username: string; why: Refused },
) => {
  const hint = query.get('login_hint') ?? ''
  const filled = refused?.username ?? (home.accountOf(hint) ? hint : '')
  const page = { query, filled, refused: refused?.why }
  const byRole = home.accounts.filter(firstOfRole)
  const byProvince = home.accounts
    .filter((account) => !byRole.includes(account))
    .toSorted((a, b) => compareVietnamese(placeOf(a), placeOf(b)))
  const open = byProvince.some((account) => account.username === page.filled)
  const body = html`<div class="sign-in">
<main>
  <div class="mark">${mark}Điểm Cầu</div>
  <div><h1>Đăng nhập</h1><p class="soft">Hội nghị trực tuyến, từ giấy mời đến biên bản niêm phong.</p></div>
  ${form(home, page)}
</main>
<aside>
  <div><h2>Tài khoản của máy chạy thử</h2>
  <p class="soft">Chọn một vai để điền sẵn. Mọi tài khoản dùng chung mật khẩu <code>${localPassword}</code>; hệ thống thật đăng nhập bằng tài khoản của đơn vị.</p></div>
  <ul class="accounts">${byRole.map((account) => roleLink(page, account))}</ul>
  ${
    byProvince.length
      ? html`<details ${open ? html`open` : ''}><summary>Cán bộ điểm cầu của ${byProvince.length} tỉnh, thành phố khác</summary>
  <ul class="provinces">${byProvince.map((account) => provinceLink(page, account))}</ul></details>`
      : ''
  }
</aside></div>`
  const formAction = [...new Set(home.redirectUris.map((uri) => new URL(uri).origin))]
  return respond(c, { title: 'Đăng nhập', body, status: refused ? 401 : 200, formAction })
}

/** Shown to whoever came with a first password: nothing goes on before one of their own is chosen. */
export const newPasswordPage = (
  c: Context,
  home: Home,
  query: URLSearchParams,
  newcomer: { ticket: string; wrong?: string },
) => {
  const body = html`<div class="sign-in">
<main>
  <div class="mark">${mark}Điểm Cầu</div>
  <div><h1>Đặt mật khẩu mới</h1><p class="soft">Mật khẩu có ít nhất ${passwordLength} ký tự, gồm chữ hoa, chữ thường, chữ số và ký tự đặc biệt.</p></div>
  <form method="post" action="/new-password?${query}">
  ${newcomer.wrong ? html`<p class="refusal" role="alert"><strong>${newcomer.wrong}</strong></p>` : ''}
  <input type="hidden" name="ticket" value="${newcomer.ticket}">
  <label>Mật khẩu mới
    <input name="password" type="password" required minlength="${passwordLength}" autocomplete="new-password" autofocus></label>
  <label>Nhập lại mật khẩu mới
    <input name="again" type="password" required minlength="${passwordLength}" autocomplete="new-password"></label>
  <button class="act" type="submit">Đặt mật khẩu và đăng nhập</button>
  </form>
</main></div>`
  const formAction = [...new Set(home.redirectUris.map((uri) => new URL(uri).origin))]
  return respond(c, { title: 'Đặt mật khẩu mới', body, status: newcomer.wrong ? 400 : 200, formAction })
}

/** When nobody can be sent back safely: the application or the return address is not one we know. */
export const strangerPage = (c: Context) =>
  respond(c, {
    title: 'Không đăng nhập được',
    status: 400,
    body: html`<main class="plain"><h1>Không đăng nhập được</h1>
<p>Yêu cầu đăng nhập không đến từ ứng dụng Điểm Cầu. Hãy mở lại ứng dụng và bấm Đăng nhập.</p>
<p><a href="/">Về trang đầu</a></p></main>`,
  })
