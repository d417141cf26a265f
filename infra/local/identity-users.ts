// The local pool's users: the built-in accounts and those invited since, with status and password, kept across restarts.
import { randomBytes, randomInt, randomUUID, scryptSync, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { type Account, localPassword } from '#infra/local/accounts.data.ts'
import { writeOwnFile } from '#infra/local/own-file.ts'
import { firstPasswordDays, passwordLength } from '#infra/sign-in.data.ts'

export type UserStatus = 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD'

export type User = {
  username: string
  sub: string
  name: string
  email: string
  role?: Account['role']
  enabled: boolean
  status: UserStatus
  /** Seconds since 1970. */
  created: number
  modified: number
}

/** A salted scrypt hash; without one the built-in password holds. `temporaryUntil`: a first password's last second. */
type Kept = User & { salt?: string; hash?: string; temporaryUntil?: number }

/** What a password given at the sign-in page means. */
export type Checked = { user: User; outcome: 'signed-in' | 'new-password' | 'expired' }

const hashOf = (password: string, salt: string) =>
  scryptSync(password.normalize('NFC'), salt, 32).toString('base64url')

const same = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const kinds = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!@#%*-+=']

/** A first password that fulfils the pool's own rule, of signs that are not mistaken for each other. */
const firstPassword = (): string => {
  const all = kinds.join('')
  const pick = (from: string) => from.charAt(randomInt(from.length))
  const signs = [...kinds.map(pick), ...Array.from({ length: 10 }, () => pick(all))]
  return signs
    .map((sign) => ({ sign, at: randomInt(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ sign }) => sign)
    .join('')
}

/** The pool's rule: length, digit, small and capital letter, another sign. */
export const isStrong = (password: string): boolean =>
  password.length >= passwordLength &&
  password.length <= 256 &&
  [/\d/, /\p{Ll}/u, /\p{Lu}/u, /[^\p{L}\p{N}\s]/u].every((kind) => kind.test(password))

const builtIn = (account: Account, at: number): Kept => {
  const { username, sub, name, email, role } = account
  return { username, sub, name, email, role, enabled: true, status: 'CONFIRMED', created: at, modified: at }
}

/**
 * Opens the users of the pool. Only hashes of passwords reach the file.
 * @param now seconds since 1970, as the house clock tells them
 */
export const openUsers = (file: string, accounts: readonly Account[], now: () => number) => {
  const stored: Kept[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const users = new Map<string, Kept>()
  for (const account of accounts) users.set(account.username, builtIn(account, now()))
  for (const user of stored) users.set(user.username, user)
  const touched = new Set(stored.map(({ username }) => username))

  const save = (user: Kept): User => {
    const kept = { ...user, modified: now() }
    users.set(kept.username, kept)
    touched.add(kept.username)
    writeOwnFile(file, JSON.stringify([...users.values()].filter(({ username }) => touched.has(username))))
    return kept
  }
  const find = (login: string): Kept | undefined => {
    const name = login.trim().toLowerCase()
    return users.get(name) ?? [...users.values()].find((user) => user.email === name || user.sub === name)
  }
  const withPassword = (user: Kept, password: string): Kept => {
    const salt = randomBytes(16).toString('base64url')
    return { ...user, salt, hash: hashOf(password, salt) }
  }
  const withFirstPassword = (user: Kept) => {
    const password = firstPassword()
    const temporaryUntil = now() + firstPasswordDays * 86_400
    return { password, user: save({ ...withPassword(user, password), temporaryUntil }) }
  }
  const knows = (user: Kept, password: string): boolean =>
    user.hash && user.salt ? same(user.hash, hashOf(password, user.salt)) : same(password, localPassword)

  return {
    find: (login: string): User | undefined => find(login),
    all: (): User[] => [...users.values()],

    /** @returns the user and the first password, which is not kept */
    create: ({ username, email, name }: { username: string; email: string; name: string }) => {
      const at = now()
      const fresh = { username, email, name, sub: randomUUID(), enabled: true, created: at, modified: at }
      return withFirstPassword({ ...fresh, status: 'FORCE_CHANGE_PASSWORD' })
    },
    /** A new first password for whoever never used the one before. */
    createAgain: (username: string) => {
      const user = users.get(username)
      return user && withFirstPassword(user)
    },
    setEnabled: (username: string, enabled: boolean): void => {
      const user = users.get(username)
      if (user) save({ ...user, enabled })
    },
    /** A password of the user's own, which lasts. */
    setPassword: (username: string, password: string): void => {
      const user = users.get(username)
      if (!user) return
      const { temporaryUntil: _, ...lasting } = withPassword(user, password)
      save({ ...lasting, status: 'CONFIRMED' })
    },
    /** Undefined for a wrong name or password and for a disabled user: the page tells nobody which. */
    check: (login: string, password: string): Checked | undefined => {
      const user = find(login)
      if (!user?.enabled || !knows(user, password)) return undefined
      if (user.status === 'CONFIRMED') return { user, outcome: 'signed-in' }
      const expired = (user.temporaryUntil ?? 0) <= now()
      return { user, outcome: expired ? 'expired' : 'new-password' }
    },
  }
}
