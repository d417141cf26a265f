// Looks whether data files are whole before anything is built on them: damage is told in one sentence, with the way out.
import { createPrivateKey } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Refusal } from './refusal.ts'

/** Above this a look at every page takes longer than a start may. */
const largestChecked = 256 * 1024 * 1024

/** SQLite takes a file shorter than a page for a new one: what was in it would be gone without a word. */
const smallestPage = 4096

const damaged = (file: string) =>
  new Refusal(`The data file ${file} is damaged: put back a copy of it, or begin anew with --reset.`)

const checkPages = (file: string): string => {
  const sqlite = new DatabaseSync(file, { timeout: 5_000 })
  try {
    const found = sqlite.prepare('PRAGMA quick_check(1)').get()
    return String(Object.values(found ?? {})[0])
  } finally {
    sqlite.close()
  }
}

/** Checks a SQLite file, if it is there. @throws Refusal */
export const checkDatabase = (file: string): void => {
  if (!existsSync(file)) return
  const { size } = statSync(file)
  if (size > 0 && size < smallestPage) throw damaged(file)
  if (size > largestChecked) return
  let verdict: string
  try {
    verdict = checkPages(file)
  } catch (error) {
    if (/locked|busy/.test(String(error))) return
    throw damaged(file)
  }
  if (verdict !== 'ok') throw damaged(file)
}

/** Checks a private key, PEM or JWK, if it is there. @throws Refusal */
export const checkKey = (file: string): void => {
  if (!existsSync(file)) return
  const text = readFileSync(file, 'utf8')
  try {
    if (text.startsWith('{')) createPrivateKey({ key: JSON.parse(text), format: 'jwk' })
    else createPrivateKey(text)
  } catch {
    throw damaged(file)
  }
}
