// A home with an object store, and uploads through it as a browser makes them.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { now } from '#functions/shared/clock.ts'
import { startObjects } from '#infra/local/objects.ts'
import type { Answer, Client } from './api.ts'

const buckets = [
  { name: 'files' },
  { name: 'archive', locked: true },
  { name: 'recordings' },
  { name: 'public' },
  { name: 'logs' },
]

/** An object store of its own with the house's buckets, told to the environment. */
export const startStore = async () => {
  const dir = mkdtempSync(join(tmpdir(), 'diemcau-objects-'))
  const objects = await startObjects({ dir: join(dir, 'objects'), port: 0, buckets, origins: [], now })
  const settings = {
    S3_ENDPOINT: objects.endpoint,
    FILES_BUCKET: 'files',
    ARCHIVE_BUCKET: 'archive',
    RECORDINGS_BUCKET: 'recordings',
    SEARCH_FOLDER: join(dir, 'search'),
    PUBLIC_BUCKET: 'public',
  }
  Object.assign(process.env, settings)
  const stop = async () => {
    await objects.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  return { dir, stop }
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export type Told = { name: string; type: string; bytes?: number; sha256?: string }

/** Asks for an address; what is told of the bytes is true unless told otherwise. */
export const ask = (client: Client, bytes: Uint8Array, told: Told): Promise<Answer> =>
  client.post('/api/uploads', { bytes: bytes.byteLength, sha256: digestOf(bytes), ...told })

/** Puts the bytes as a browser does. */
export const put = (ticket: { url: string; headers: Record<string, string> }, bytes: Uint8Array) =>
  fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: new Uint8Array(bytes) })

/** Uploads and has it checked; answers the check. */
export const upload = async (client: Client, bytes: Uint8Array, told: Told): Promise<Answer> => {
  const { status, body } = await ask(client, bytes, told)
  if (status !== 201) throw new Error(`asking answered ${status}: ${JSON.stringify(body)}`)
  const { status: stored } = await put(body, bytes)
  if (stored !== 200) throw new Error(`putting answered ${stored}`)
  return client.post(`/api/uploads/${body.id}/check`)
}

/** The id of an upload that may be attached or imported. */
export const uploaded = async (client: Client, bytes: Uint8Array, told: Told): Promise<string> => {
  const { status, body } = await upload(client, bytes, told)
  if (status !== 200) throw new Error(`checking answered ${status}: ${JSON.stringify(body)}`)
  return body.id
}
