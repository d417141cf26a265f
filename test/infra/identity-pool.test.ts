// The local pool's administration in Cognito's own protocol, asked by the SDK; and first passwords at the sign-in page.
import { statSync } from 'node:fs'
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isStrong } from '#infra/local/identity-users.ts'
import { localCredentials } from '#infra/local/objects-signature.ts'
import { localPool, signIn } from '#infra/local/sign-in.ts'
import { exchange, renew, request } from '#test/support/issuer.ts'
import { passwordIn, startPool } from '#test/support/pool.ts'

let pool: Awaited<ReturnType<typeof startPool>>
let client: CognitoIdentityProviderClient
beforeAll(async () => {
  pool = await startPool()
  client = clientWith(localCredentials)
})
afterAll(() => pool.stop())

const clientWith = (credentials: { accessKeyId: string; secretAccessKey: string }) =>
  new CognitoIdentityProviderClient({
    region: 'ap-southeast-1',
    endpoint: process.env.COGNITO_ENDPOINT ?? '',
    credentials,
    maxAttempts: 1,
  })

const UserPoolId = localPool.poolId
const attributes = (email: string, name = 'Cán bộ Nguyễn Văn A') =>
  Object.entries({ email, email_verified: 'true', name }).map(([Name, Value]) => ({ Name, Value }))

let number = 0
const create = async (more: object = {}) => {
  const Username = `moi${++number}`
  const email = `${Username}@diemcau.example`
  const { User } = await client.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username,
      UserAttributes: attributes(email),
      DesiredDeliveryMediums: ['EMAIL'],
      ...more,
    }),
  )
  const [letter] = await pool.mailTo(email)
  return { Username, email, User, password: passwordIn(letter?.html), letter }
}

const fails = async (sent: Promise<unknown>) => {
  const error = await sent.then(
    () => undefined,
    (thrown: Error) => thrown,
  )
  return error?.name
}
const nobody = { UserPoolId, Username: 'khong-co' }

/** The sign-in form, and the cookie it gives. */
const login = async (username: string, password: string, changes = {}) => {
  const { query, verifier } = request(pool.issuer, changes)
  const answer = await post(`/login?${query}`, { username, password })
  return { ...answer, query, verifier }
}
const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${pool.issuer.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: pool.issuer.origin, ...headers },
    body: new URLSearchParams(fields),
  })
  const page = await answer.text()
  const code = new URL(answer.headers.get('location') ?? 'about:blank', pool.issuer.origin).searchParams.get(
    'code',
  )
  return { status: answer.status, page, code, ticket: /name="ticket" value="([\w-]+)"/.exec(page)?.[1] ?? '' }
}
const strong = 'Mật-khẩu-Mới-2022'

describe('users', () => {
  test('are created with a first password by mail, and told as Cognito tells them', async () => {
    const { Username, email, User, password, letter } = await create()
    expect(User).toMatchObject({ Username, Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' })
    expect(User?.UserCreateDate).toEqual(new Date(pool.issuer.clock.at))
    expect(letter).toMatchObject({ subject: 'Điểm Cầu: tài khoản của đồng chí' })
    expect(letter?.html).toContain(Username)
    expect(isStrong(password)).toBe(true)
    const read = await client.send(new AdminGetUserCommand({ UserPoolId, Username }))
    expect(read.UserAttributes).toContainEqual({ Name: 'email', Value: email })
    expect(statSync(`${pool.issuer.keyFile}.users`).mode & 0o777).toBe(0o600)
  })

  test('outlive a restart, the password and what was done to them included', async () => {
    const { Username, password } = await create()
    await client.send(new AdminDisableUserCommand({ UserPoolId, Username: 'thanh-hoa' }))
    await pool.issuer.restart()
    expect((await login(Username, password)).ticket).not.toBe('')
    expect((await login('thanh-hoa', 'diemcau')).status).toBe(401)
    await client.send(new AdminEnableUserCommand({ UserPoolId, Username: 'thanh-hoa' }))
    expect((await login('thanh-hoa', 'diemcau')).code).not.toBeNull()
  })

  test('are listed by filter and page', async () => {
    const { Username, User, email } = await create()
    const sub = User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value
    for (const Filter of [`sub = "${sub}"`, `username = "${Username}"`, `email ^= "${email.slice(0, 8)}"`]) {
      const { Users } = await client.send(new ListUsersCommand({ UserPoolId, Filter }))
      expect(
        Users?.map((user) => user.Username),
        Filter,
      ).toContain(Username)
    }
    const seen: string[] = []
    let PaginationToken: string | undefined
    do {
      const page = await client.send(
        new ListUsersCommand({ UserPoolId, Limit: 20, ...(PaginationToken ? { PaginationToken } : {}) }),
      )
      seen.push(...(page.Users ?? []).map((user) => user.Username ?? ''))
      PaginationToken = page.PaginationToken
    } while (PaginationToken)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(['quantri', Username]))
  })
})

describe('errors have the names the SDK throws', () => {
  test('for users', async () => {
    const { Username, email, password } = await create()
    expect(await fails(client.send(new AdminGetUserCommand(nobody)))).toBe('UserNotFoundException')
    expect(await fails(client.send(new AdminDisableUserCommand(nobody)))).toBe('UserNotFoundException')
    const again = { UserPoolId, Username, UserAttributes: attributes('x@diemcau.example') }
    const mediums = { DesiredDeliveryMediums: ['EMAIL' as const] }
    expect(await fails(client.send(new AdminCreateUserCommand({ ...again, ...mediums })))).toBe(
      'UsernameExistsException',
    )
    const alias = { UserPoolId, Username: 'khac', UserAttributes: attributes(email), ...mediums }
    expect(await fails(client.send(new AdminCreateUserCommand(alias)))).toBe('AliasExistsException')
    const bare = { UserPoolId, Username: 'khac', ...mediums }
    expect(await fails(client.send(new AdminCreateUserCommand(bare)))).toBe('InvalidParameterException')
    const filter = { UserPoolId, Filter: 'anything' }
    expect(await fails(client.send(new ListUsersCommand(filter)))).toBe('InvalidParameterException')
    const resend = new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'RESEND', ...mediums })
    await client.send(resend)
    const [, second] = await pool.mailTo(email)
    expect((await login(Username, password)).status).toBe(401)
    const { ticket, query } = await login(Username, passwordIn(second?.html))
    await post(`/new-password?${query}`, { ticket, password: strong, again: strong })
    expect(await fails(client.send(resend))).toBe('UnsupportedUserStateException')
  })

  test('for another pool, another key, a changed body and an unknown act', async () => {
    const other = { UserPoolId: 'local_other', Username: 'quantri' }
    expect(await fails(client.send(new AdminGetUserCommand(other)))).toBe('ResourceNotFoundException')
    const mine = { UserPoolId, Username: 'quantri' }
    const wrongId = clientWith({ ...localCredentials, accessKeyId: 'AKIA' })
    expect(await fails(wrongId.send(new AdminGetUserCommand(mine)))).toBe('UnrecognizedClientException')
    const wrongKey = clientWith({ ...localCredentials, secretAccessKey: 'x' })
    expect(await fails(wrongKey.send(new AdminGetUserCommand(mine)))).toBe('InvalidSignatureException')
    const changed = clientWith(localCredentials)
    changed.middlewareStack.add(
      (next) => (args) => {
        Object.assign(args.request as object, { body: JSON.stringify({ UserPoolId, Username: 'ben-tre' }) })
        return next(args)
      },
      { step: 'finalizeRequest', priority: 'low' },
    )
    expect(await fails(changed.send(new AdminGetUserCommand(mine)))).toBe('InvalidSignatureException')
    const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.AdminGetUser' }
    const bare = await fetch(`${process.env.COGNITO_ENDPOINT}/`, { method: 'POST', headers, body: '{}' })
    expect([bare.status, await bare.json()]).toMatchObject([
      400,
      { __type: 'MissingAuthenticationTokenException' },
    ])
  })
})

describe('a first password', () => {
  test('leads to a page where one of their own is chosen, and then signs in by name and by address', async () => {
    const { Username, email, password } = await create()
    const first = await login(Username, password)
    expect([first.status, first.code]).toEqual([200, null])
    expect(first.page).toContain('Đặt mật khẩu mới')
    const done = await post(`/new-password?${first.query}`, {
      ticket: first.ticket,
      password: strong,
      again: strong,
    })
    const { status } = await exchange(pool.issuer, done.code ?? '', first.verifier)
    expect(status).toBe(200)
    expect((await login(Username, password)).status).toBe(401)
    for (const name of [Username, email]) expect((await login(name, strong)).code).not.toBeNull()
    const { UserStatus } = await client.send(new AdminGetUserCommand({ UserPoolId, Username }))
    expect(UserStatus).toBe('CONFIRMED')
    const used = await post(`/new-password?${first.query}`, {
      ticket: first.ticket,
      password: strong,
      again: strong,
    })
    expect([used.status, used.code]).toEqual([303, null])
  })

  test('is not replaced by a weak one or by two different ones', async () => {
    const { Username, password } = await create()
    const { ticket, query } = await login(Username, password)
    const weak = await post(`/new-password?${query}`, {
      ticket,
      password: 'diemcau12345',
      again: 'diemcau12345',
    })
    expect([weak.status, weak.page]).toEqual([400, expect.stringContaining('chưa đủ mạnh')])
    const different = await post(`/new-password?${query}`, { ticket, password: strong, again: `${strong}x` })
    expect([different.status, different.page]).toEqual([400, expect.stringContaining('không giống nhau')])
    const foreign = await post(`/new-password?${query}`, { ticket }, { origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
    expect(
      (await post(`/new-password?${query}`, { ticket: 'x', password: strong, again: strong })).status,
    ).toBe(303)
  })

  test('is good for three days, and the page for a quarter of an hour', async () => {
    const { Username, password } = await create()
    const { ticket, query } = await login(Username, password)
    pool.issuer.clock.at += 16 * 60_000
    expect((await post(`/new-password?${query}`, { ticket, password: strong, again: strong })).status).toBe(
      303,
    )
    pool.issuer.clock.at += 3 * 86_400_000
    const late = await login(Username, password)
    expect([late.status, late.page]).toEqual([401, expect.stringContaining('đã hết hạn')])
  })
})

test('whoever is disabled and signed out renews nothing, anywhere', async () => {
  const tokens = await signIn(pool.issuer.origin, 'da-nang', 'diemcau')
  const user = { UserPoolId, Username: 'da-nang' }
  await client.send(new AdminUserGlobalSignOutCommand(user))
  expect((await renew(pool.issuer, tokens.refreshToken)).status).toBe(400)
  const other = await signIn(pool.issuer.origin, 'da-nang', 'diemcau')
  await client.send(new AdminDisableUserCommand(user))
  expect((await renew(pool.issuer, other.refreshToken)).status).toBe(400)
  await expect(signIn(pool.issuer.origin, 'da-nang', 'diemcau')).rejects.toThrow('refused')
  await client.send(new AdminEnableUserCommand(user))
})
