// s3rver itself, on a socket file that only the filter reaches, and the passing on of checked requests.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { request as passOn, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import S3rver from 's3rver'
import { type Asked, settledHeaders } from '#infra/local/objects-request.ts'
import { localCredentials } from '#infra/local/objects-signature.ts'
import { WholeStore } from '#infra/local/objects-store.ts'

/** Systems take no longer name of a socket. */
const longestSocket = 100

/**
 * A socket file, not a port: nothing but this process should reach s3rver past the filter. It lies beside the buckets,
 * so that a home that was killed leaves nothing elsewhere; only where that name is too long, in a folder of its own.
 */
const socketFor = (dir: string): string => {
  const beside = `${dir}.sock`
  if (Buffer.byteLength(beside) > longestSocket) return join(mkdtempSync(join(tmpdir(), 'diemcau-s3-')), 's')
  rmSync(beside, { force: true })
  return beside
}

/** Starts s3rver over `dir` with the named buckets. */
export const startS3rver = async (dir: string, buckets: string[]) => {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const s3rver = new S3rver({
    directory: dir,
    silent: true,
    vhostBuckets: false,
    configureBuckets: buckets.map((name) => ({ name })),
  })
  const store = new WholeStore(dir)
  s3rver.store = s3rver.context.store = store
  await s3rver.configureBuckets()
  const socketPath = socketFor(dir)
  s3rver.httpServer = await s3rver.listen(socketPath)
  const stop = async () => {
    s3rver.httpServer?.closeAllConnections()
    await s3rver.close()
    if (dirname(socketPath) !== dirname(dir)) rmSync(dirname(socketPath), { recursive: true, force: true })
  }
  return { store, socketPath, stop }
}

/** s3rver does not calculate V4 signatures: ours is checked, so it gets a stand-in it can parse. */
const innerHeaders = (asked: Asked) => ({
  ...settledHeaders(asked),
  host: 'localhost',
  'content-length': String(asked.body.length),
  'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
  'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
  authorization: `AWS4-HMAC-SHA256 Credential=${localCredentials.accessKeyId}/-, SignedHeaders=host, Signature=-`,
})

/** Passes a checked request on and its answer back. */
export const forward = (asked: Asked, socketPath: string, answer: ServerResponse) =>
  new Promise<void>((resolve, reject) => {
    const query = Object.entries(asked.query).filter(([name]) => !/^x-amz-/i.test(name))
    const outgoing = passOn(
      {
        socketPath,
        method: asked.method,
        path: `${asked.path}?${new URLSearchParams(query)}`,
        headers: innerHeaders(asked),
      },
      (found) => {
        const { connection: _c, 'keep-alive': _k, ...headers } = found.headers
        answer.writeHead(found.statusCode ?? 502, headers)
        pipeline(found, answer).then(resolve, reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(asked.body)
  })
