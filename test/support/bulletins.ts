// A home with its cast for tests of bulletins: who composes, and another of the secretariat who approves.
import type { Client } from './api.ts'
import { type ArchiveCast, type ArchiveHome, archiveCast, startArchiveHome } from './archive.ts'
import { host } from './conference.ts'

export type BulletinScene = { home: ArchiveHome; cast: ArchiveCast; approver: Client }

export const startBulletins = async (): Promise<BulletinScene> => {
  const home = await startArchiveHome()
  const cast = await archiveCast(home)
  return { home, cast, approver: await home.somebody(['secretariat', `unit:${host}`]) }
}

export const bulletinAt = (id: string, rest = '') => `/api/conferences/${id}/bulletin${rest}`
