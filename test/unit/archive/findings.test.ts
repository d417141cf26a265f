// Every fault that a check can name, brought about alone: each is found, and by its own name.
import { describe, expect, it } from 'vitest'
import { checksOf } from '#functions/archive/checks.ts'
import { hashOfEntry } from '#functions/archive/entity.ts'
import { type FindingCode, findings } from '#functions/archive/findings.data.ts'
import type { Evidence } from '#functions/archive/load-evidence.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { ownEvidence, signed, type Wrong } from '#test/support/own-record.ts'

const other = sha256('other')

/** One thing set otherwise. */
const put = <T extends object>(target: T | undefined, change: Partial<T>): void => {
  Object.assign(target ?? {}, change)
}

const at = (change: (evidence: Evidence) => void): Wrong => ({ evidence: change })
const lose = (...names: (keyof Evidence)[]): Wrong =>
  at((evidence) => put(evidence, Object.fromEntries(names.map((name) => [name, undefined]))))
/** Of the statement that the chair signs. */
const chair = (change: Partial<Parameters<NonNullable<Wrong['statements']>>[0][number]>): Wrong => ({
  statements: ([, statement]) => put(statement, change),
})

/** With its signatures and hashes made anew, where the fault is another. */
const relinked = ({ link }: Evidence, change: Partial<NonNullable<Evidence['link']>['entry']>) => {
  if (!link) throw new Error('no link')
  put(link.entry, change)
  put(link, { hash: hashOfEntry(link.entry), attestation: signed(link.entry) })
}

const stranger = 'rec_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const longer = (bytes: Buffer = Buffer.alloc(0)): Buffer => Buffer.concat([bytes, Buffer.from(' ')])
const noHorizon = { until: '2022-11-23T00:00:00.000Z', count: 0, digest: other, contents: other }

const faults: Partial<Record<FindingCode, Wrong>> = {
  unreadable: at(({ keys: [key] }) => put(key, { publicKey: 'khác' })),
  'file-missing': lose('bytes', 'raw', 'record'),
  'file-unreadable': lose('raw', 'record'),
  'file-malformed': lose('record'),
  'link-missing': lose('link'),
  'key-unpublished': at(({ keys }) => keys.splice(0)),
  'key-fingerprint': at(({ keys: [key] }) => put(key, { fingerprint: other })),
  'bytes-differ': at((evidence) => put(evidence, { bytes: longer(evidence.bytes) })),
  'not-canonical': { bytes: longer },
  'other-record': { entry: (entry) => put(entry, { recordId: stranger }) },
  'other-minutes': { record: (record) => put(record, { id: stranger }) },
  'index-differs': at(({ head, unitItems }) =>
    [head, ...unitItems].map((one) => put(one, { title: ['Khác'] })),
  ),
  'index-units': at(({ unitItems }) => unitItems.splice(1, 1)),
  'text-unsigned': { record: (record) => put(record, { attestations: [] }) },
  'text-differs': chair({ digest: other }),
  'text-horizon': chair({ horizon: noHorizon }),
  'signers-one': { statements: ([secretary, chair]) => put(chair, { sub: secretary?.sub ?? '' }) },
  'signers-order': chair({ at: '2022-11-22T00:00:00.000Z' }),
  'signers-imported': { minutes: (minutes) => put(minutes, { kind: 'historical' }) },
  'signers-missing': { statements: (statements) => statements.splice(1) },
  'signature-key': chair({ kid: 'key_other' }),
  'signature-wrong': {
    record: ({ attestations: [one, two] }) => put(two, { signature: one?.signature ?? '' }),
  },
  'keys-missing': { record: ({ keys }) => keys.splice(0) },
  'key-differs': { record: ({ keys: [key] }) => put(key, { publicKey: `${key?.publicKey}\n` }) },
  'key-stored': at(({ keyObjects }) => keyObjects.clear()),
  'horizon-list': { minutes: ({ events }) => events.splice(3, 1) },
  'horizon-lost': at(({ events }) => events.splice(3, 1)),
  'horizon-changed': at(({ events: [event] }) => put(event, { subject: 'khác' })),
  'documents-unlisted': { record: (record) => put(record, { documents: [] }) },
  'document-missing': at(({ files }) => files.clear()),
  'document-changed': at(({ files }) => [...files.values()].map((file) => put(file, { digest: other }))),
  'entry-differs': at(({ link }) => put(link, { hash: other })),
  'entry-other': at((evidence) => relinked(evidence, { at: '2022-11-25T00:00:00.000Z' })),
  'previous-zeros': at((evidence) => relinked(evidence, { n: 1 })),
  'previous-broken': at(({ before }) => put(before?.entry, { digest: other })),
  'chain-lost': lose('before'),
  'chain-cut': at(({ end }) => put(end, { version: 1 })),
  'next-head': at(({ end }) => put(end, { version: 2 })),
  'next-broken': at(({ after }) => put(after?.entry, { prev: other })),
  'entry-unsigned': at(({ link }) => put(link, { attestation: undefined })),
  'entry-signature': at(({ link }) => put(link, { attestation: signed('khác') })),
  'object-missing': lose('object'),
  'object-differs': at((evidence) => put(evidence, { object: longer(evidence.object) })),
  'checkpoint-key': at(({ checkpoint }) => put(checkpoint, { kid: 'key_other' })),
  'checkpoint-signature': at(({ checkpoint }) => put(checkpoint, signed('khác'))),
  'checkpoint-missing': lose('checkpointObject'),
  'checkpoint-differs': at((evidence) =>
    put(evidence, { checkpointObject: longer(evidence.checkpointObject) }),
  ),
  'checkpoint-path': at(({ path: [link] }) => put(link?.entry, { prev: other })),
  'checkpoint-end': at(({ path }) => path.splice(0)),
  'checkpoint-cut': at(({ end }) => put(end, { version: 2 })),
}

const codesOf = (evidence: Evidence, whole: boolean): string[] =>
  checksOf(evidence).flatMap(({ ok, code }) => (ok === whole ? [code] : []))

const imported: Wrong = {
  minutes: (minutes) => put(minutes, { kind: 'historical' }),
  statements: (statements) => put(statements.splice(1)[0] && statements[0], { act: 'record.imported' }),
  record: (record) => put(record, { documents: undefined }),
}

/** Each whole in its way. */
const wholes: Record<string, Wrong> = {
  'that a checkpoint covers': {},
  'of the first form, before there was any checkpoint': {
    record: (record) => put(record, { format: 'diemcau-record/1', documents: undefined }),
    ...lose('checkpoint', 'lastCheckpoint'),
  },
  'the first of its chain and the last': {
    entry: (entry) => put(entry, { n: 1, prev: '0'.repeat(64) }),
    evidence: (evidence) => {
      const { link } = evidence
      put(evidence, { after: undefined, checkpoint: undefined, lastCheckpoint: undefined })
      put(evidence.end, { version: 1, hash: link?.hash ?? '' })
    },
  },
  'entered from documents, before such records were printed': imported,
}

describe('a record that is whole', () => {
  it.each(Object.entries(wholes))('%s, passes every check', (_, wrong) => {
    expect(codesOf(ownEvidence(wrong), false)).toEqual([])
  })
})

describe('a fault', () => {
  it.each(Object.entries(faults))('%s', (code, wrong) => {
    expect(codesOf(ownEvidence(wrong), false)).toContain(code)
  })

  it('of every name there is was brought about', () => {
    const good = Object.values(wholes).flatMap((wrong) => codesOf(ownEvidence(wrong), true))
    const rest = Object.keys(findings).filter((code) => !(code in faults) && !good.includes(code))
    expect(rest).toEqual([])
  })
})
