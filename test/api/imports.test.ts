// Past conferences entered from documents: what is taken, what is refused, what is flagged, and the way into the archive.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredDocument } from '#functions/documents/schema.ts'
import { sealImport } from '#functions/imports/seal-import.ts'
import { newId } from '#functions/shared/new-id.ts'
import type { Client } from '#test/support/api.ts'
import {
  type ArchiveHome,
  laterBy,
  printedImport,
  refusal,
  sealedImport,
  startArchiveHome,
  sure,
} from '#test/support/archive.ts'
import { importInput, settling } from '#test/support/samples-imports.ts'

let home: ArchiveHome
let archivist: Client
const path = '/api/archive/imports'
const from = { source: 'bao' }

beforeAll(async () => {
  home = await startArchiveHome()
  archivist = await home.somebody(['archivist', '*'])
})
afterAll(() => home.stop())

const enter = (more: object = {}) => archivist.post(path, { ...importInput, ...more })
const entered = async (more: object = {}) => sure(enter(more), 201)
const refused = async (more: object) => {
  const { body } = await enter(more)
  return [
    body.type?.replace('/problems/', ''),
    body.errors?.map(({ pointer }: { pointer: string }) => pointer),
  ]
}

describe('what is entered', () => {
  it('is kept with what is missing, what is flagged, and the text it would make', async () => {
    const made = await entered({
      title: [],
      level: undefined,
      heldOn: { precision: 'month', value: '2017-03' },
      figures: [{ key: 'so', said: 'rất nhiều', subject: 'va cac dai bieu tai hoi nghi', from }],
    })
    expect(made).toMatchObject({
      state: 'draft',
      missing: ['title', 'chair', 'venue', 'level'],
      unsettled: 1,
    })
    expect(made.startsAt).toBe('2017-02-28T17:00:00.000Z')
    expect(made.flags).toContainEqual({ pointer: '/figures/0', flag: 'number-unreadable' })
    expect(made.flags).toContainEqual({ pointer: '/figures/0/subject', flag: 'diacritics-missing' })
    expect(made.blocks[0].text).toContain('trong tháng 3 năm 2017; các nguồn không ghi ngày.')
    expect((await sure(archivist.get(`${path}/${made.id}`))).blocks).toEqual(made.blocks)
  })

  it('is refused where it is secret, to come, of nobody, of no source, or counts a page', async () => {
    expect(await refused({ classification: 'mat' })).toEqual(['secret-grade-refused', ['/classification']])
    expect(await refused({ title: ['Hội nghị (TỐI MẬT)'] })).toEqual(['secret-grade-refused', ['/title/0']])
    expect(await refused({ heldOn: { precision: 'year', value: '2100' } })).toEqual([
      'held-later',
      ['/heldOn/value'],
    ])
    expect(await refused({ heldOn: { precision: 'day', value: '2017-02-29' } })).toEqual([
      'invalid-input',
      ['/heldOn/value'],
    ])
    expect(await refused({ hostUnitId: 'unt_nowhere' })).toEqual(['unit-unknown', ['/hostUnitId']])
    expect(await refused({ heldOn: { precision: 'year', value: '2026' } })).toEqual([
      'unit-unknown',
      ['/hostUnitId'],
    ])
    const person = { key: 'a', personId: newId('prs'), roles: ['chair'], from }
    expect(await refused({ persons: [person] })).toEqual(['person-unknown', ['/persons/0/personId']])
    const strange = [{ key: 'a', text: 'Nội dung', from: { source: 'none' } }]
    expect(await refused({ topics: strange })).toEqual(['source-unknown', ['/topics/0/from/source']])
    const counter = [{ key: 'a', said: '1672241', subject: 'Tổng số:', from }]
    expect(await refused({ figures: counter })).toEqual(['page-counter', ['/figures/0/subject']])
    const file = [{ key: 'bao', title: 'Bài', file: newId('upl') }]
    expect(await refused({ sources: file })).toEqual(['upload-unknown', ['/sources/0/file']])
    const many = Array.from({ length: 89 }, (_, at) => ({ key: `n-${at}`, text: 'Nội dung', from }))
    expect(await refused({ topics: many })).toEqual(['invalid-input', ['']])
  })

  it('is corrected from the version that was read, and what did not change rests on its first event', async () => {
    const { id, version } = await entered()
    const venue = { ...importInput, venue: 'Hội trường tỉnh' }
    const next = await sure(archivist.put(`${path}/${id}`, venue, { version }))
    expect(next.version).toBe(2)
    const [start, place] = next.blocks
    expect(start.sentences[0].events).not.toEqual(place.sentences[0].events)
    expect(await refusal(archivist.put(`${path}/${id}`, venue, { version }))).toBe('stale-version')
  })

  it('is withdrawn with a reason, and then neither corrected nor sealed', async () => {
    const { id } = await entered()
    const gone = await sure(archivist.post(`${path}/${id}/withdraw`, { reason: 'Nhập nhầm' }))
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawn: { reason: 'Nhập nhầm' } })
    expect(await refusal(archivist.put(`${path}/${id}`, importInput, { version: 2 }))).toBe('import-state')
    expect(await refusal(archivist.post(`${path}/${id}/seal`, {}))).toBe('import-state')
  })

  it('is the archivist’s alone', async () => {
    const administrator = await home.somebody(['administrator', '*'])
    for (const act of [administrator.get(path), administrator.post(path, importInput)])
      expect(await refusal(act)).toBe('not-allowed')
  })
})

describe('what sources give differently', () => {
  it('stops the seal until it is settled, by a source or by keeping both', async () => {
    const { id, contradictions } = await entered()
    expect(contradictions).toMatchObject([{ kind: 'commendation', subject: settling.subject }])
    expect(await refusal(archivist.post(`${path}/${id}/seal`, {}))).toBe('disagreement-unsettled')
    const settle = (more: object) => archivist.post(`${path}/${id}/settle`, { ...settling, ...more })
    expect(await refusal(settle({ chosen: 'nguồn 7' }))).toBe('choice-unknown')
    expect(await refusal(settle({ subject: 'figure x' }))).toBe('not-found')
    const one = await sure(settle({ chosen: contradictions[0].statements[1].source }))
    expect(one.unsettled).toBe(0)
    expect(JSON.stringify(one.blocks)).toContain('Đã thống nhất lấy theo nguồn 1 (chú thích ảnh)')
    expect(JSON.stringify(one.blocks)).not.toContain('- 3 cá nhân được nhận')
  })

  it('is open again when a source says otherwise since', async () => {
    const { id } = await entered()
    await sure(archivist.post(`${path}/${id}/settle`, settling))
    const [flag, caption] = importInput.commendations
    const changed = { ...importInput, commendations: [{ ...flag, individuals: 4 }, caption] }
    expect((await sure(archivist.put(`${path}/${id}`, changed, { version: 2 }))).unsettled).toBe(1)
  })
})

describe('the seal', () => {
  it('asks for a fresh sign-in, and the archivist’s own', async () => {
    const { id } = await entered({ commendations: [] })
    const tired = home.as(archivist.sub, archivist.personId, Math.floor(Date.now() / 1000) - 301)
    expect(await refusal(tired.post(`${path}/${id}/seal`, {}))).toBe('sign-in-too-old')
    const desk = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
    expect(await refusal(desk.post(`${path}/${id}/seal`, {}))).toBe('not-allowed')
  })

  it('is completed by a repeat, whatever step it broke off at, with the same record', async () => {
    for (const broken of ['frozen', 'appended', 'attested'] as const) {
      const { id } = await entered({ commendations: [] })
      await printedImport(archivist, id)
      const grants = [{ role: 'archivist', scope: '*', validFrom: '1900-01-01T00:00:00.000Z' }]
      const authTime = Math.floor(Date.now() / 1000)
      const actor = { sub: archivist.sub, name: 'Lưu trữ', grants, authTime, requestId: 'req' }
      const crash = sealImport(actor, id, (step) => {
        if (step === broken) throw new Error(`broken at ${step}`)
      })
      await expect(crash).rejects.toThrow(broken)
      const seal = await sure(archivist.post(`${path}/${id}/seal`, {}))
      expect(await sure(archivist.post(`${path}/${id}/seal`, {}))).toEqual(seal)
      const { verified } = await sure(archivist.get(`/api/archive/${seal.recordId}/verify`))
      expect([broken, verified]).toEqual([broken, true])
    }
  })

  it('ends all change', async () => {
    const { id } = await entered({ commendations: [] })
    const seal = await sealedImport(archivist, id)
    const made = await sure(archivist.get(`${path}/${id}`))
    expect(made).toMatchObject({ state: 'sealed', seal })
    const { version } = made
    expect(await refusal(archivist.put(`${path}/${id}`, importInput, { version }))).toBe('import-state')
    expect(await refusal(archivist.post(`${path}/${id}/withdraw`, { reason: 'x' }))).toBe('import-state')
    laterBy(1)
    const { checks } = await sure(archivist.get(`/api/archive/${seal.recordId}/verify`))
    expect(checks.every(({ ok }: { ok: boolean }) => ok)).toBe(true)
  })

  it('waits for its printed documents, and binds them', async () => {
    const { id } = await entered({ commendations: [] })
    const pending = await archivist.post(`${path}/${id}/seal`, {})
    expect(await refusal(Promise.resolve(pending))).toBe('documents-pending')
    expect((await sure(archivist.get(`${path}/${id}`))).state).toBe('frozen')
    const { recordId } = await sealedImport(archivist, id)
    const { record } = await sure(archivist.get(`/api/archive/${recordId}`))
    expect(record.documents.map((one: StoredDocument) => one.path)).toEqual(['ho-so.pdf', 'ho-so.docx'])
    const { checks } = await sure(archivist.get(`/api/archive/${recordId}/verify`))
    expect(checks.find(({ name }: { name: string }) => name === 'documents').detail).toContain('còn nguyên')
  })
})
