// The files of the index: in the bucket of files, one a year, and as this process holds them on its disk, by ETag.
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { required, setting } from '#functions/shared/config.ts'
import { log } from '#functions/shared/log.ts'
import { store } from '#functions/shared/objects.ts'
import { Problem } from '#functions/shared/problem.ts'
import { recently } from '#functions/shared/recent.ts'
import { edition, openYear, type YearFile } from './year-file.ts'

const prefix = `search/${edition}/`
const keyOf = (year: string) => `${prefix}${year}.db`

/** Where this process keeps its copies: on AWS the function's own /tmp. */
export const folder = (): string => {
  const path = setting('SEARCH_FOLDER') ?? join(tmpdir(), 'diemcau-search')
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return path
}

type Shelved = { year: string; etag: string }

const yearIn = (key: string): string => key.slice(prefix.length, -'.db'.length)

/** Newest first; what nobody dates last. */
const byYear = (a: Shelved, b: Shelved): number =>
  Number(a.year > '9') - Number(b.year > '9') || (a.year < b.year ? 1 : -1)

/** What the bucket holds now. */
export const listYears = async (): Promise<Shelved[]> => {
  const list = new ListObjectsV2Command({ Bucket: required('FILES_BUCKET'), Prefix: prefix })
  const { Contents = [] } = await store().send(list)
  return Contents.flatMap(({ Key, ETag }) => (Key && ETag ? [{ year: yearIn(Key), etag: ETag }] : [])).sort(
    byYear,
  )
}

/** A seal is found so much later at most. */
const listedForMs = 2_000

const listed = recently(listedForMs, () => listYears())

const whose = () => `${setting('S3_ENDPOINT') ?? ''} ${required('FILES_BUCKET')}`

/** What was put by this process is to be seen by it at once. */
export const forgetList = (): void => listed.forget()

const nameOf = ({ year, etag }: Shelved): string => join(folder(), `${year}-${etag.replace(/\W/g, '')}.db`)

const isStatus = (error: unknown, ...statuses: number[]): boolean =>
  error instanceof S3ServiceException && statuses.includes(error.$metadata.httpStatusCode ?? 0)

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC'

type Held = { opened: YearFile; usedAt: number }

/** By store and year. */
const held = new Map<string, Held>()
/** Replaced while somebody may still be reading: closed when that is long over. */
let retired: { opened: YearFile; at: number }[] = []
const closedAfterMs = 60_000

const retire = (key: string): void => {
  const one = held.get(key)
  if (!one) return
  held.delete(key)
  rmSync(one.opened.path, { force: true })
  retired.push({ opened: one.opened, at: performance.now() })
}

const closeRetired = (): void => {
  const over = (at: number) => performance.now() - at > closedAfterMs
  for (const { opened, at } of retired) if (over(at)) opened.file.close()
  retired = retired.filter(({ at }) => !over(at))
}

const fetchInto = async (path: string, { year, etag }: Shelved): Promise<boolean> => {
  const get = new GetObjectCommand({ Bucket: required('FILES_BUCKET'), Key: keyOf(year), IfMatch: etag })
  try {
    const { Body } = await store().send(get)
    const target = await open(path, 'wx', 0o600)
    await pipeline(Body as Readable, target.createWriteStream())
    return true
  } catch (error) {
    rmSync(path, { force: true })
    // Replaced since it was listed, or gone: the next list knows.
    if (isStatus(error, 404, 412)) return false
    throw error
  }
}

/** When the disk is full, the copies that were used least recently make room. @returns whether there was one */
const makeRoom = (but: string): boolean => {
  const [oldest] = [...held].filter(([key]) => key !== but).sort(([, a], [, b]) => a.usedAt - b.usedAt)
  if (!oldest) return false
  retire(oldest[0])
  for (const { opened } of retired) opened.file.close()
  retired = []
  return true
}

let copies = 0

/** Copies a year's file to this disk. @returns false when it is no longer what was listed */
const copy = async (shelved: Shelved, path: string, key: string): Promise<boolean> => {
  const partial = `${path}.${process.pid}.${++copies}`
  for (;;) {
    try {
      if (!(await fetchInto(partial, shelved))) return false
      renameSync(partial, path)
      return true
    } catch (error) {
      if (!isFull(error)) throw error
      log.warn('the disk of the search is full', { year: shelved.year })
      if (!makeRoom(key)) throw new Problem('search-unavailable', { retryAfter: 30 })
    }
  }
}

const isThere = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined

const take = async (shelved: Shelved): Promise<YearFile | undefined> => {
  const key = `${whose()} ${shelved.year}`
  const here = held.get(key)
  if (here?.opened.etag === shelved.etag) {
    here.usedAt = performance.now()
    return here.opened
  }
  const path = nameOf(shelved)
  if (!isThere(path) && !(await copy(shelved, path, key))) return undefined
  const again = held.get(key)
  if (again?.opened.etag === shelved.etag) return again.opened
  retire(key)
  const opened = openYear({ ...shelved, path })
  held.set(key, { opened, usedAt: performance.now() })
  return opened
}

const tries = 3

const takeAll = async (wanted: (year: string) => boolean, fresh: boolean): Promise<YearFile[]> => {
  closeRetired()
  for (let tried = 0; tried < tries; tried++) {
    if (fresh || tried > 0) forgetList()
    const years = (await listed.get(whose())).filter(({ year }) => wanted(year))
    const files = await Promise.all(years.map(take))
    // One that made room on a full disk for another of these is closed by now.
    if (files.every((file) => file?.file.isOpen)) return files.flatMap((file) => file ?? [])
  }
  throw new Problem('search-unavailable', { retryAfter: 1 })
}

/** The files of these years as they stand, newest first. They may be read until the next await. @throws Problem `search-unavailable` */
export const readYears = (wanted: (year: string) => boolean): Promise<YearFile[]> => takeAll(wanted, false)

/** The same, as they stand this very moment. */
export const readYearsNow = (wanted: (year: string) => boolean): Promise<YearFile[]> => takeAll(wanted, true)

/**
 * Puts a year's file in place of the one that was read, or where there was none.
 * @param before ETag of what was read
 * @returns false when somebody else was faster
 */
export const putYear = async (year: string, bytes: Buffer, before: string | undefined): Promise<boolean> => {
  try {
    await store().send(
      new PutObjectCommand({
        Bucket: required('FILES_BUCKET'),
        Key: keyOf(year),
        Body: bytes,
        ContentLength: bytes.length,
        ContentType: 'application/vnd.sqlite3',
        ...(before ? { IfMatch: before } : { IfNoneMatch: '*' }),
      }),
    )
    return true
  } catch (error) {
    if (isStatus(error, 404, 409, 412)) return false
    throw error
  } finally {
    forgetList()
  }
}
