// The pool's administration as Cognito answers it: AWS JSON 1.1, one POST, the act named by X-Amz-Target.
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { Home } from '#infra/local/identity-home.ts'
import { sendFirstPassword } from '#infra/local/identity-mail.ts'
import { signatureFault } from '#infra/local/identity-signature.ts'
import type { User } from '#infra/local/identity-users.ts'

const service = 'AWSCognitoIdentityProviderService.'

/** An error by Cognito's own name; the SDK throws it by that name. */
class Fault extends Error {
  override readonly name: string
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

const notFound = () => new Fault('UserNotFoundException', 'User does not exist.')
const invalid = (message: string) => new Fault('InvalidParameterException', message)

const Attribute = z.object({ Name: z.string(), Value: z.string().default('') })
const ForUser = z.object({ UserPoolId: z.string(), Username: z.string().min(1).max(128) })
const Create = ForUser.extend({
  UserAttributes: z.array(Attribute).default([]),
  MessageAction: z.enum(['RESEND', 'SUPPRESS']).optional(),
  DesiredDeliveryMediums: z.array(z.enum(['EMAIL', 'SMS'])).default(['SMS']),
})
const List = z.object({
  UserPoolId: z.string(),
  Filter: z.string().max(256).optional(),
  Limit: z.number().int().min(0).max(60).default(60),
  PaginationToken: z.string().min(1).optional(),
})

const attributes = ({ sub, name, email }: User) => [
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
  { Name: 'name', Value: name },
  { Name: 'sub', Value: sub },
]

const times = (user: User) => ({
  Enabled: user.enabled,
  UserCreateDate: user.created,
  UserLastModifiedDate: user.modified,
  UserStatus: user.status,
})

const listed = (user: User) => ({ Username: user.username, Attributes: attributes(user), ...times(user) })

const userOf = (home: Home, username: string): User => {
  const user = home.users.find(username)
  if (!user) throw notFound()
  return user
}

const invite = async (home: Home, made: { user: User; password: string } | undefined) => {
  if (!made) throw notFound()
  await sendFirstPassword(made.user, made.password, home.origin)
  return { User: listed(made.user) }
}

const createUser = async (home: Home, body: unknown) => {
  const { Username, UserAttributes, MessageAction, DesiredDeliveryMediums } = Create.parse(body)
  const told = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]))
  const username = Username.toLowerCase()
  const existing = home.users.find(username)
  if (MessageAction === 'RESEND') {
    if (existing?.status !== 'FORCE_CHANGE_PASSWORD')
      throw new Fault(
        'UnsupportedUserStateException',
        'Resend not possible. User status is not FORCE_CHANGE_PASSWORD',
      )
    return invite(home, home.users.createAgain(existing.username))
  }
  if (username.includes('@'))
    throw invalid('Username cannot be of email format, since user pool is configured for email alias.')
  const { email, name } = told
  if (!email || !name)
    throw invalid('Attributes did not conform to the schema: name, email: The attribute is required')
  if (!DesiredDeliveryMediums.includes('EMAIL'))
    throw invalid('Cannot send the invitation: the pool sends mail only.')
  if (existing) throw new Fault('UsernameExistsException', 'User account already exists')
  if (home.users.find(email))
    throw new Fault('AliasExistsException', 'An account with the email already exists.')
  return invite(home, home.users.create({ username, email: email.toLowerCase(), name }))
}

const setEnabled = (home: Home, body: unknown, enabled: boolean) => {
  const { username } = userOf(home, ForUser.parse(body).Username)
  home.users.setEnabled(username, enabled)
  return {}
}

const signOut = (home: Home, body: unknown) => {
  const { username } = userOf(home, ForUser.parse(body).Username)
  home.signOutEverywhere(username)
  return {}
}

const getUser = (home: Home, body: unknown) => {
  const user = userOf(home, ForUser.parse(body).Username)
  return { Username: user.username, UserAttributes: attributes(user), ...times(user) }
}

const filterShape =
  /^\s*"?(username|email|name|sub|status|cognito:user_status)"?\s*(=|\^=)\s*"((?:[^"\\]|\\.)*)"\s*$/

const attributeOf = (user: User, attribute: string): string => {
  if (attribute === 'status') return user.enabled ? 'Enabled' : 'Disabled'
  if (attribute === 'cognito:user_status') return user.status
  return user[attribute as 'username' | 'email' | 'name' | 'sub']
}

const matching = (filter: string | undefined) => {
  if (!filter) return () => true
  const [, attribute = '', operator, raw = ''] = filterShape.exec(filter) ?? []
  if (!attribute) throw invalid('One or more invalid filter expressions.')
  const value = raw.replace(/\\(.)/g, '$1').toLowerCase()
  return (user: User) => {
    const has = attributeOf(user, attribute).toLowerCase()
    return operator === '=' ? has === value : has.startsWith(value)
  }
}

const listUsers = (home: Home, body: unknown) => {
  const { Filter, Limit, PaginationToken } = List.parse(body)
  const start = Number(PaginationToken ?? 0)
  if (!Number.isInteger(start)) throw invalid('Invalid pagination token given.')
  const found = home.users.all().filter(matching(Filter))
  const end = start + (Limit || 60)
  return {
    Users: found.slice(start, end).map(listed),
    ...(end < found.length ? { PaginationToken: String(end) } : {}),
  }
}

const acts: Record<string, (home: Home, body: unknown) => unknown> = {
  AdminCreateUser: createUser,
  AdminDisableUser: (home, body) => setEnabled(home, body, false),
  AdminEnableUser: (home, body) => setEnabled(home, body, true),
  AdminGetUser: getUser,
  AdminUserGlobalSignOut: signOut,
  ListUsers: listUsers,
}

const answer = (c: Context, status: 200 | 400 | 500, body: object) =>
  c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/x-amz-json-1.1',
    'Cache-Control': 'no-store',
  })

const faultOf = (error: unknown): Fault => {
  if (error instanceof Fault) return error
  if (error instanceof z.ZodError) return invalid(z.prettifyError(error))
  throw error
}

const act = async (c: Context, home: Home): Promise<object> => {
  const body = await c.req.text()
  const fault = await signatureFault({ path: c.req.path, headers: c.req.header(), body })
  if (fault) throw new Fault(fault, 'The request is not signed with the key of this machine.')
  const target = c.req.header('x-amz-target') ?? ''
  const perform = target.startsWith(service) ? acts[target.slice(service.length)] : undefined
  if (!perform) throw new Fault('UnknownOperationException', target)
  const asked = JSON.parse(body)
  if (asked.UserPoolId !== home.poolId)
    throw new Fault('ResourceNotFoundException', `User pool ${asked.UserPoolId} does not exist.`)
  return (await perform(home, asked)) as object
}

/** The endpoint an SDK client is pointed at: `<origin>/local/cognito-idp`. */
export const cognitoRoutes = (home: Home): Hono => {
  const app = new Hono()
  app.post('/local/cognito-idp/', async (c) => {
    try {
      return answer(c, 200, await act(c, home))
    } catch (error) {
      const { name, message } = faultOf(error)
      c.header('x-amzn-errortype', name)
      return answer(c, 400, { __type: name, message })
    }
  })
  return app
}
