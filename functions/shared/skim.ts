// Reads canonical JSON as it streams by and keeps only the values asked for: a nation's record need not be in memory.

/** `['minutes', 'attendance', 3]`. */
export type JsonPath = readonly (string | number)[]

/** A value as it stands in the bytes, and where it began. */
export type Skimmed = { path: JsonPath; at: number; raw: Buffer }

type Level = { list: boolean; key: string | number; next: 'name' | 'value' | 'end' }

const [quote, backslash, comma, colon, brace, bracket] = [0x22, 0x5c, 0x2c, 0x3a, 0x7b, 0x5b]
const isOpening = (byte: number) => byte === brace || byte === bracket
const isClosing = (byte: number) => byte === 0x7d || byte === 0x5d

export type Wanted = {
  /** Values below so many levels are not told apart. */
  depth: number
  wants: (path: JsonPath) => boolean
  take: (found: Skimmed) => void
  /** Told where each value begins that is told apart. */
  enter?: (path: JsonPath, at: number) => void
}

/** For canonical JSON alone: without white space, its root an object or a list. */
export class Skimmer {
  private readonly levels: Level[] = []
  private readonly wanted: Wanted
  private passed = 0
  /** Levels open within a value that is not told apart. */
  private below = 0
  private string: 'name' | 'value' | undefined
  private escaped = false
  private name: number[] = []
  private kept: { path: JsonPath; at: number; parts: Buffer[] } | undefined

  constructor(wanted: Wanted) {
    this.wanted = wanted
  }

  /** The next bytes of the whole. */
  push(chunk: Buffer): void {
    for (let index = 0; index < chunk.length; index++) this.step(chunk[index] ?? 0, index, chunk)
    if (this.kept) this.keep(this.kept, chunk, chunk.length)
    this.passed += chunk.length
  }

  private keep(kept: { at: number; parts: Buffer[] }, chunk: Buffer, to: number): void {
    kept.parts.push(Buffer.from(chunk.subarray(Math.max(kept.at - this.passed, 0), to)))
  }

  private step(byte: number, index: number, chunk: Buffer): void {
    if (this.string) this.inString(byte)
    else if (this.below > 0) this.deep(byte)
    else if (byte === comma || isClosing(byte)) this.end(byte, index, chunk)
    else this.inLevel(this.levels.at(-1), byte, this.passed + index)
  }

  private inLevel(level: Level | undefined, byte: number, at: number): void {
    if (!level) this.enter(byte)
    else if (level.next === 'value') this.begin(level, byte, at)
    else if (level.next === 'name' && byte === quote) this.string = 'name'
    else if (level.next === 'name' && byte === colon) this.named(level)
  }

  private inString(byte: number): void {
    if (byte === quote && !this.escaped) this.string = undefined
    else if (this.string === 'name') this.name.push(byte)
    this.escaped = byte === backslash && !this.escaped
  }

  private deep(byte: number): void {
    if (byte === quote) this.string = 'value'
    else if (isOpening(byte)) this.below++
    else if (isClosing(byte)) this.below--
  }

  private enter(byte: number): void {
    const list = byte === bracket
    this.levels.push({ list, key: 0, next: list ? 'value' : 'name' })
  }

  private named(level: Level): void {
    level.key = JSON.parse(`"${Buffer.from(this.name).toString('utf8')}"`) as string
    level.next = 'value'
    this.name = []
  }

  private begin(level: Level, byte: number, at: number): void {
    level.next = 'end'
    const path = this.levels.map(({ key }) => key)
    this.wanted.enter?.(path, at)
    if (this.wanted.wants(path)) this.kept = { path, at, parts: [] }
    if (byte === quote) this.string = 'value'
    else if (!isOpening(byte)) return
    else if (this.kept || this.levels.length >= this.wanted.depth) this.below = 1
    else this.enter(byte)
  }

  /** Of a value, and with a closing byte of what it lies in. */
  private end(byte: number, index: number, chunk: Buffer): void {
    const { kept } = this
    if (kept) {
      this.keep(kept, chunk, index)
      this.wanted.take({ path: kept.path, at: kept.at, raw: Buffer.concat(kept.parts) })
      this.kept = undefined
    }
    const level = this.levels.at(-1)
    if (!level) return
    if (byte !== comma) this.levels.pop()
    else if (level.list) level.key = Number(level.key) + 1
    if (byte === comma) level.next = level.list ? 'value' : 'name'
  }
}
