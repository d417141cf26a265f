// The identity provider's side of an account: Cognito's administration, the same calls on AWS and on one machine.
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  AliasExistsException,
  type AttributeType,
  CognitoIdentityProviderClient,
  ListUsersCommand,
  UnsupportedUserStateException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'
import { required, setting } from '#functions/shared/config.ts'
import { Problem } from '#functions/shared/problem.ts'

/** A user of the pool. `invited`: the first password was not yet replaced. */
export type PoolUser = { sub: string; username: string; email?: string; enabled: boolean; invited: boolean }

const made = new Map<string, CognitoIdentityProviderClient>()

const client = (): CognitoIdentityProviderClient => {
  const endpoint = setting('COGNITO_ENDPOINT')
  const known = made.get(endpoint ?? '')
  if (known) return known
  const region = setting('AWS_REGION') ?? 'ap-southeast-1'
  const fresh = new CognitoIdentityProviderClient({
    region,
    maxAttempts: 4,
    ...(endpoint ? { endpoint } : {}),
  })
  made.set(endpoint ?? '', fresh)
  return fresh
}

const pool = () => ({ UserPoolId: required('USER_POOL_ID') })

type Told = {
  Username?: string | undefined
  Enabled?: boolean | undefined
  UserStatus?: string | undefined
  Attributes?: AttributeType[] | undefined
}

const userOf = ({ Username = '', Enabled, UserStatus, Attributes = [] }: Told): PoolUser => {
  const value = (name: string) => Attributes.find(({ Name }) => Name === name)?.Value
  const email = value('email')
  return {
    sub: value('sub') ?? '',
    username: Username,
    ...(email ? { email } : {}),
    enabled: Enabled ?? false,
    invited: UserStatus === 'FORCE_CHANGE_PASSWORD',
  }
}

type NewUser = { username: string; email: string; name: string }

const existing = async (username: string): Promise<PoolUser> => {
  const { UserAttributes: Attributes = [], ...told } = await client().send(
    new AdminGetUserCommand({ ...pool(), Username: username }),
  )
  return userOf({ ...told, Attributes })
}

/**
 * Makes a user; the provider mails the first password. A user left by an invitation that was cut short is taken up:
 * same name, same address, never used.
 * @throws Problem `account-exists` naming the field
 */
export const createUser = async ({ username, email, name }: NewUser): Promise<PoolUser> => {
  const taken = (pointer: string) =>
    new Problem('account-exists', { errors: [{ pointer, code: 'account-exists', message: username }] })
  const UserAttributes = Object.entries({ email, email_verified: 'true', name }).map(([Name, Value]) => ({
    Name,
    Value,
  }))
  try {
    const { User = {} } = await client().send(
      new AdminCreateUserCommand({
        ...pool(),
        Username: username,
        UserAttributes,
        DesiredDeliveryMediums: ['EMAIL'],
      }),
    )
    return userOf(User)
  } catch (error) {
    if (error instanceof AliasExistsException) throw taken('/email')
    if (!(error instanceof UsernameExistsException)) throw error
    const user = await existing(username)
    if (!user.invited || user.email !== email) throw taken('/username')
    return user
  }
}

/** Mails a new first password. @throws Problem `account-state` when the holder has chosen a password already */
export const inviteAgain = async (username: string): Promise<void> => {
  try {
    await client().send(
      new AdminCreateUserCommand({
        ...pool(),
        Username: username,
        MessageAction: 'RESEND',
        DesiredDeliveryMediums: ['EMAIL'],
      }),
    )
  } catch (error) {
    throw error instanceof UnsupportedUserStateException ? new Problem('account-state') : error
  }
}

/** No sign-in from now on, and none that stands is renewed. */
export const disableUser = async (username: string): Promise<void> => {
  await client().send(new AdminDisableUserCommand({ ...pool(), Username: username }))
  await client().send(new AdminUserGlobalSignOutCommand({ ...pool(), Username: username }))
}

export const enableUser = async (username: string): Promise<void> => {
  await client().send(new AdminEnableUserCommand({ ...pool(), Username: username }))
}

/** @throws Problem `not-found` */
export const userBySub = async (sub: string): Promise<PoolUser> => {
  const { Users = [] } = await client().send(
    new ListUsersCommand({ ...pool(), Filter: `sub = "${sub}"`, Limit: 1 }),
  )
  const [user] = Users
  if (!user) throw new Problem('not-found')
  return userOf(user)
}

const quoted = (text: string) => text.toLowerCase().replace(/[\\"]/g, '\\$&')

/** A page of the pool. @param q how a user name begins, or an address */
export const listUsers = async (q: string | undefined, limit: number, after: string | undefined) => {
  const filter = q ? { Filter: `${q.includes('@') ? 'email' : 'username'} ^= "${quoted(q)}"` } : {}
  const { Users = [], PaginationToken } = await client().send(
    new ListUsersCommand({
      ...pool(),
      Limit: limit,
      ...filter,
      ...(after ? { PaginationToken: after } : {}),
    }),
  )
  return { users: Users.map((user) => userOf(user)), next: PaginationToken }
}
