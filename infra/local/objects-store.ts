// s3rver's store made whole-or-nothing: its own writes in place, and answers before the bytes are on disk.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import FilesystemStore, { type Stored } from 's3rver/lib/stores/filesystem.js'

const sync = async (path: string) => {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

export class WholeStore extends FilesystemStore {
  override async putObject(object: Pick<Stored, 'bucket' | 'key' | 'metadata' | 'content'>) {
    const path = this.getResourcePath(object.bucket, object.key, 'object')
    const draft = `${path}.${randomUUID()}.draft`
    const md5 = createHash('md5')
    let size = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        md5.update(chunk)
        size += chunk.length
        done(null, chunk)
      },
    })
    await mkdir(dirname(path), { recursive: true })
    try {
      await pipeline(object.content, measure, createWriteStream(draft, { mode: 0o600 }))
      await sync(draft)
      const digest = md5.digest('hex')
      await this.putMetadata(object.bucket, object.key, object.metadata, digest)
      // Last: a key exists once its object file does.
      await rename(draft, path)
      await sync(dirname(path))
      return { size, md5: digest }
    } finally {
      await rm(draft, { force: true })
    }
  }

  override async copyObject(
    fromBucket: string,
    fromKey: string,
    bucket: string,
    key: string,
    replacement: Record<string, string> | null,
  ) {
    const metadata = replacement ?? (await this.getMetadata(fromBucket, fromKey))
    const content = createReadStream(this.getResourcePath(fromBucket, fromKey, 'object'))
    await this.putObject({ bucket, key, metadata, content })
    return this.getMetadata(bucket, key)
  }
}
