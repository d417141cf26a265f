// The public bulletins on one machine: straight from the store, past the API, with the headers CloudFront says.
import { GetObjectCommand, S3ServiceException } from '@aws-sdk/client-s3'
import { Hono } from 'hono'
import { store } from '#functions/shared/objects.ts'
import { indexOf, publicHeaders, publicPath } from '../bulletins.data.ts'

/** What was asked and how it was answered, for the log. */
export type Served = {
  path: string
  status: number
  type: string
  bytes: number
  agent: string
  from: string
}

type Found = { bytes: Uint8Array; type: string; kept: string }

const find = async (bucket: string, path: string): Promise<Found | undefined> => {
  try {
    const Key = indexOf(path).slice(1)
    const { Body, ContentType, CacheControl } = await store().send(
      new GetObjectCommand({ Bucket: bucket, Key }),
    )
    if (!Body) return undefined
    const bytes = await Body.transformToByteArray()
    return { bytes, type: ContentType ?? 'application/octet-stream', kept: CacheControl ?? 'no-store' }
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined
    throw error
  }
}

const addressOf = (env: unknown): string =>
  (env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming?.socket?.remoteAddress ?? '-'

/** @param note told of every answer */
export const serveBulletins = (bucket: string, note: (served: Served) => void): Hono => {
  const app = new Hono()
  app.on(['GET', 'HEAD'], `${publicPath}*`, async (c) => {
    const { path } = c.req
    const found = await find(bucket, path)
    const told = { agent: c.req.header('user-agent') ?? '-', from: addressOf(c.env), path }
    const [status, type] = found
      ? ([200, found.type] as const)
      : ([404, 'text/plain; charset=utf-8'] as const)
    const bytes = found?.bytes ?? new TextEncoder().encode('404')
    note({ ...told, status, type, bytes: bytes.byteLength })
    const headers = { ...publicHeaders, 'content-type': type, 'cache-control': found?.kept ?? 'no-store' }
    return c.body(new Uint8Array(bytes), status, headers)
  })
  return app
}
