// Writes a BagIt 1.0 bag (RFC 8493) as one ZIP while it is being read: hashed as it passes, never in memory whole.
import { createHash, type Hash } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Listed } from './bag.rules.ts'

/** A file of the bag as it comes: bytes at hand, or a stream that is opened when its turn has come. */
export type Source = {
  path: string
  content: Buffer | (() => Promise<Readable>)
  /** Known beforehand: other bytes are refused. */
  bytes?: number
  sha256?: string
  /** It does not get smaller. */
  packed?: boolean
}

type Watch = (bytes: number) => Promise<void>

/** Hashes and counts what passes. */
const meter = (hash: Hash, watch: Watch) => {
  const seen = { bytes: 0 }
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      seen.bytes += chunk.length
      watch(chunk.length).then(() => done(null, chunk), done)
    },
  })
  return { stream, seen }
}

const nothing = async () => {}

const expectAsTold = ({ path, bytes, sha256 }: Source, listed: Listed): void => {
  if (bytes !== undefined && bytes !== listed.bytes) throw new Error(`${path}: ${listed.bytes} bytes came`)
  if (sha256 !== undefined && sha256 !== listed.sha256) throw new Error(`${path}: other bytes came`)
}

export class Bag {
  /** The ZIP; to be read while the bag is filled. */
  readonly output: Readable
  private readonly zip = new ZipFile()
  private readonly hash = createHash('sha256')
  private readonly measured = meter(this.hash, nothing)
  private readonly base: string
  private readonly mtime: Date
  private readonly watch: Watch
  private readonly paths = new Set<string>()
  private inHand: Transform | undefined
  private failure: Error | undefined

  /**
   * @param base the one folder at the top
   * @param mtime of every entry, so that the same content makes the same bytes
   * @param watch told of each piece that was read; what it throws ends the bag
   */
  constructor(base: string, mtime: Date, watch: Watch) {
    this.base = base
    this.mtime = mtime
    this.watch = watch
    this.output = this.measured.stream
    this.zip.on('error', (error: Error) => this.fail(error))
    this.zip.outputStream.on('error', (error: Error) => this.fail(error))
    this.zip.outputStream.pipe(this.measured.stream)
  }

  /** Adds a file and waits until it was read. @throws Error for a path twice, and where other bytes came than were told */
  async add(source: Source): Promise<Listed> {
    const { path, content, bytes, packed = false } = source
    if (this.failure) throw this.failure
    if (this.paths.has(path)) throw new Error(`${path} is there already`)
    this.paths.add(path)
    const hash = createHash('sha256')
    const { stream, seen } = meter(hash, this.watch)
    const options = { mtime: this.mtime, compress: !packed, ...(bytes === undefined ? {} : { size: bytes }) }
    this.inHand = stream
    this.zip.addReadStream(stream, `${this.base}/${path}`, options)
    await pipeline(typeof content === 'function' ? await content() : Readable.from([content]), stream)
    const listed = { path, bytes: seen.bytes, sha256: hash.digest('hex') }
    expectAsTold(source, listed)
    return listed
  }

  /** After the last file. */
  end(): void {
    this.zip.end()
  }

  /** Nothing whole comes of it any more. */
  fail(error: Error): void {
    this.failure ??= error
    this.inHand?.destroy(error)
    this.measured.stream.destroy(error)
  }

  /** What was read of the ZIP: all of it once it was put. */
  written(): { bytes: number; sha256: string } {
    return { bytes: this.measured.seen.bytes, sha256: this.hash.digest('hex') }
  }
}
