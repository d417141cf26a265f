// Sign-ins that last: one family of refresh tokens each, rotated at every use, kept across restarts.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeOwnFile } from '#infra/local/own-file.ts'

/** A person's proof of password at one moment, and what the application asked to know. */
export type SignIn = { id: string; username: string; authTime: number; scope: string }

/** `tokens`: hash of each refresh token → the second it was replaced, or null while it is current. */
type Family = SignIn & { expiresAt: number; tokens: Record<string, number | null> }

/** Cognito's retry grace: a client whose answer was lost may use the replaced token again so long. */
const graceSeconds = 60
/** One working day; Cognito's pool is set to the same. */
const familySeconds = 12 * 3600

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/**
 * Opens the store of sign-ins. Only hashes of refresh tokens reach the file.
 * @param now seconds since 1970, as the house clock tells them
 */
export const openSignIns = (file: string, now: () => number) => {
  const stored: Family[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const families = new Map(stored.map((family) => [family.id, family]))

  const save = () => {
    for (const family of families.values()) if (family.expiresAt <= now()) families.delete(family.id)
    writeOwnFile(file, JSON.stringify([...families.values()]))
  }
  const issue = (family: Family) => {
    const token = randomBytes(32).toString('base64url')
    family.tokens[hashOf(token)] = null
    return token
  }
  const holderOf = (token: string) => {
    const hash = hashOf(token)
    return [...families.values()].find((family) => Object.hasOwn(family.tokens, hash))
  }
  const end = (id: string) => {
    if (families.delete(id)) save()
  }

  return {
    begin(username: string, authTime: number, scope: string): SignIn & { refreshToken: string } {
      const family: Family = {
        id: randomUUID(),
        username,
        authTime,
        scope,
        expiresAt: now() + familySeconds,
        tokens: {},
      }
      families.set(family.id, family)
      const refreshToken = issue(family)
      save()
      return { ...family, refreshToken }
    },

    /** The sign-in with its next refresh token; undefined when the token is not, or no longer, good. */
    renew(token: string): (SignIn & { refreshToken: string }) | undefined {
      const family = holderOf(token)
      if (!family || family.expiresAt <= now()) return undefined
      const replacedAt = family.tokens[hashOf(token)] ?? null
      if (replacedAt !== null && now() - replacedAt > graceSeconds) {
        end(family.id)
        return undefined
      }
      family.tokens[hashOf(token)] = replacedAt ?? now()
      const refreshToken = issue(family)
      save()
      return { ...family, refreshToken }
    },

    revoke(token: string): void {
      const family = holderOf(token)
      if (family) end(family.id)
    },

    end,
    /** Ends every sign-in of a user. */
    endOf(username: string): void {
      for (const family of families.values()) if (family.username === username) families.delete(family.id)
      save()
    },
    stands: (id: string): boolean => (families.get(id)?.expiresAt ?? 0) > now(),
  }
}
