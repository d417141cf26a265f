// A record sealed once and kept in the repository: whatever becomes of the code, it must verify as it did that day.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksOf } from '#functions/archive/checks.ts'
import { hashOfEntry, OfUnit } from '#functions/archive/entity.ts'
import type { Evidence } from '#functions/archive/load-evidence.ts'
import { readingOf } from '#functions/archive/reading.ts'
import { ChainObject, RecordHead } from '#functions/archive/schema.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { digestOfContents, digestOfIds } from '#functions/shared/event-digest.ts'

const folder = new URL('../../fixtures/sealed-record-1/', import.meta.url)
const file = (name: string) => readFileSync(new URL(name, folder))

const json = JSON.parse(file('evidence.json').toString('utf8'))

/** Items as they are read: what a head has gained since stands as it is understood of older ones. */
const kept = {
  ...json,
  head: RecordHead.parse(json.head),
  unitItems: json.unitItems.map((item: unknown) => OfUnit.parse(item)),
}

const evidenceOf = (bytes: Buffer, changes: Partial<Evidence> = {}): Evidence => ({
  ...structuredClone(kept),
  keyObjects: new Map(kept.keyObjects),
  files: new Map(),
  path: [],
  bytes,
  object: file('entry.json'),
  ...readingOf(bytes),
  ...changes,
})

const failing = (evidence: Evidence): string[] =>
  checksOf(evidence)
    .filter(({ ok }) => !ok)
    .map(({ name }) => name)

const bytes = file('record.json')

describe('the record sealed on 23/11/2022', () => {
  it('passes every check', () => {
    expect(failing(evidenceOf(bytes))).toEqual([])
  })

  it('has the digests it had', () => {
    const value = JSON.parse(bytes.toString('utf8'))
    expect(sha256(bytes)).toBe(kept.head.digest)
    expect(sha256(canonicalBytes(value.minutes))).toBe(value.attestations[0].statement.digest)
    expect(digestOfIds(value.minutes.events)).toBe(value.minutes.horizon.digest)
    const inside = kept.events.filter(({ id }: { id: string }) => value.minutes.events.includes(id))
    expect(digestOfContents(inside)).toBe(value.minutes.horizon.contents)
    expect(hashOfEntry(ChainObject.parse(JSON.parse(file('entry.json').toString())).entry)).toBe(
      kept.link.hash,
    )
  })

  const hasTools = ['openssl', 'sha256sum', 'bash'].every((tool) => spawnSync('which', [tool]).status === 0)

  it.runIf(hasTools)('is verified by sha256sum and openssl', () => {
    const script = readFileSync(new URL('../../support/verify-record.sh', import.meta.url))
    const cwd = spawnSync('mktemp', ['-d'], { encoding: 'utf8' }).stdout.trim()
    for (const name of ['record.json', 'entry.json'])
      spawnSync('cp', [fileURLToPath(new URL(name, folder)), cwd])
    const { status, stdout } = spawnSync('bash', ['-s'], { cwd, input: script, encoding: 'utf8' })
    spawnSync('rm', ['-r', cwd])
    expect([status, stdout.match(/Verified OK/g)?.length]).toEqual([0, 3])
  })
})

describe('whatever is changed', () => {
  it('of the bytes is found, byte by byte', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ by
        expect(failing(evidenceOf(changed))).toContain('bytes')
      }),
      { numRuns: 300 },
    )
  })

  it('of what was signed is found by the signatures too, even when name and chain are forged along', () => {
    const value = JSON.parse(bytes.toString('utf8'))
    const forge = (change: (copy: typeof value) => void) => {
      const copy = structuredClone(value)
      change(copy)
      const forged = canonicalBytes(copy)
      const entry = { ...kept.link.entry, digest: sha256(forged) }
      const link = { ...kept.link, entry, hash: hashOfEntry(entry) }
      return failing(evidenceOf(forged, { head: { ...kept.head, digest: sha256(forged) }, link }))
    }
    expect(forge((copy) => (copy.minutes.blocks[0].text = 'khác'))).toContain('text')
    expect(forge((copy) => copy.minutes.events.pop())).toEqual(expect.arrayContaining(['text', 'horizon']))
    expect(forge((copy) => copy.attestations.pop())).toContain('signatures')
    expect(forge((copy) => copy.attestations.reverse())).toContain('signatures')
    expect(forge((copy) => (copy.attestations[1].statement.name = 'Người khác'))).toContain('signatures')
    expect(forge((copy) => (copy.attestations[0].statement.sub = 'x'))).toContain('signatures')
    expect(forge((copy) => (copy.keys = []))).toContain('keys')
    for (const wrong of [forge((copy) => (copy.minutes.venue = 'x')), forge((copy) => (copy.extra = 'x'))])
      expect(wrong).toEqual(expect.arrayContaining(['entry-attestation', 'chain-object']))
  })

  it('of the neighbourhood is found', () => {
    const other = kept.before.entry
    expect(failing(evidenceOf(bytes, { before: undefined }))).toEqual(['previous'])
    expect(failing(evidenceOf(bytes, { after: undefined }))).toEqual(['next'])
    expect(failing(evidenceOf(bytes, { before: { ...kept.before, entry: { ...other, n: 7 } } }))).toEqual([
      'previous',
    ])
    expect(failing(evidenceOf(bytes, { link: undefined }))).toContain('entry')
    expect(failing(evidenceOf(bytes, { link: kept.before }))).toContain('entry')
    expect(failing(evidenceOf(bytes, { end: { version: 1, hash: kept.before.hash } }))).toEqual(['next'])
    expect(failing(evidenceOf(bytes, { object: undefined }))).toEqual(['chain-object'])
    expect(failing(evidenceOf(bytes, { keys: [] }))).toEqual(['signatures', 'keys', 'entry-attestation'])
    expect(failing(evidenceOf(bytes, { keyObjects: new Map() }))).toEqual(['keys'])
    expect(failing(evidenceOf(bytes, { events: kept.events.slice(1) }))).toEqual(['horizon'])
    expect(failing(evidenceOf(bytes, { unitItems: kept.unitItems.slice(1) }))).toEqual(['index'])
  })

  it('as a swap of two signatures or two keys is found', () => {
    const [one, two] = JSON.parse(bytes.toString('utf8')).attestations
    const value = JSON.parse(bytes.toString('utf8'))
    value.attestations = [
      { ...one, signature: two.signature },
      { ...two, signature: one.signature },
    ]
    expect(failing(evidenceOf(canonicalBytes(value)))).toEqual(
      expect.arrayContaining(['bytes', 'signatures']),
    )
    const fake = { ...kept.keys[0], fingerprint: 'f'.repeat(64) }
    expect(failing(evidenceOf(bytes, { keys: [fake] }))).toEqual(['signatures', 'keys', 'entry-attestation'])
  })
})
