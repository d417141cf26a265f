// Work at a draft over HTTP: wordings and their comparison, who edits what, comments; each refused to whom it is not for.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepWords } from '#functions/minutes/draft-minutes.ts'
import { loadMinutes } from '#functions/minutes/entity.ts'
import { revisionItem } from '#functions/minutes/workflow-entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { Stale } from '#functions/shared/write.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  closedConference,
  laterBy,
  refusal,
  startArchiveHome,
  submittedMinutes,
  sure,
} from '#test/support/archive.ts'
import { plant } from '#test/support/plant.ts'

let home: ArchiveHome
let cast: ArchiveCast

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
})
afterAll(() => home.stop())

const at = (id: string, rest = '') => `/api/conferences/${id}/minutes${rest && `/${rest}`}`

/** A draft and its last block, “Hội nghị kết thúc …”. */
const drafted = async () => {
  const id = await closedConference(home, cast)
  const { blocks } = await sure(cast.desk.post(at(id, 'draft')))
  const block = blocks.at(-1) as {
    id: string
    text: string
    version: number
    sentences: { events: string[] }[]
  }
  const of = (rest = '') => at(id, `blocks/${block.id}${rest}`)
  const edit = (text: string, version: number) => sure(cast.secretary.put(of(), { text }, { version }))
  return { id, block, of, edit }
}

type Told = { version: number; act: string; text: string; by?: { sub: string }; at?: string }

describe('wordings', () => {
  it('are all kept: what it was, who changed it, when', async () => {
    const { block, of, edit } = await drafted()
    await edit('Hội nghị kết thúc lúc 16 giờ 30.', 1)
    await edit('Hội nghị kết thúc lúc 16 giờ 45.', 2)
    const { items } = await sure(cast.chair.get(of('/revisions')))
    expect(items.map(({ version, act }: Told) => [version, act])).toEqual([
      [3, 'edited'],
      [2, 'edited'],
      [1, 'compiled'],
    ])
    expect([items[0].by.sub, items[2].text, items[2].by]).toEqual([cast.secretary.sub, block.text, undefined])
    expect(items[0].at > items[1].at).toBe(true)
    const { paragraphs } = await sure(cast.desk.get(of('/revisions/compare?from=2&to=3')))
    const changed = paragraphs.flatMap(({ parts }: { parts: { kind: string; text: string }[] }) =>
      parts.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`),
    )
    expect(changed).toEqual(['removed 30', 'added 45'])
    expect(await refusal(cast.desk.get(of('/revisions/compare?from=2&to=9')))).toBe('not-found')
    expect(await refusal(cast.operator.get(of('/revisions')))).toBe('not-allowed')
    expect(await refusal(cast.operator.get(of('/revisions/compare?from=1&to=2')))).toBe('not-allowed')
  })

  it('of an edited sentence keep what it rests on; taken back, the record’s words stand again', async () => {
    const { id, block, of, edit } = await drafted()
    expect(await refusal(cast.secretary.post(of('/restore')))).toBe('block-unedited')
    const edited = await edit('Hội nghị kết thúc lúc 16 giờ 30.', 1)
    expect(edited.sentences).toMatchObject([{ edited: true, events: block.sentences[0]?.events }])
    expect(edited.original.text).toBe(block.text)
    expect(await refusal(cast.chair.post(of('/restore')))).toBe('not-allowed')
    expect(await refusal(cast.secretary.post(of('/restore'), {}, { version: 1 }))).toBe('stale-version')
    const key = randomUUID()
    const back = await sure(cast.secretary.post(of('/restore'), {}, { key, version: 2 }))
    expect(back).toMatchObject({ text: block.text, sentences: block.sentences, edited: false, version: 3 })
    expect((await cast.secretary.post(of('/restore'), {}, { key, version: 2 })).body).toEqual(back)
    const { items } = await sure(cast.desk.get(of('/revisions')))
    expect(items.map(({ act }: Told) => act)).toEqual(['restored', 'edited', 'compiled'])
    laterBy(1)
    const names = (await wholeLog(id, new Date(Date.now() + 86_400_000))).map(({ name }) => name)
    expect(names.slice(-2)).toEqual(['minutes.block-edited', 'minutes.block-restored'])
  })

  it('of the secretary’s own blocks begin with theirs, and have no record to go back to', async () => {
    const { id } = await drafted()
    const report = { kind: 'report', text: 'Báo cáo tổng kết.' }
    const added = await sure(cast.secretary.post(at(id, 'blocks'), report), 201)
    const { items } = await sure(cast.desk.get(at(id, `blocks/${added.id}/revisions`)))
    expect(items).toMatchObject([
      { version: 1, act: 'added', text: report.text, by: { sub: cast.secretary.sub } },
    ])
    await sure(cast.secretary.put(at(id, `blocks/${added.id}`), { text: 'Báo cáo năm.' }, { version: 1 }))
    expect(await refusal(cast.secretary.post(at(id, `blocks/${added.id}/restore`)))).toBe('block-unedited')
  })

  it('that a new draft left behind unfinished are none', async () => {
    const { id, block, of } = await drafted()
    const made = { by: { sub: 's', name: 'S' }, at: '2022-11-23T10:00:00.000Z' }
    const before = { version: 1, text: block.text }
    const broken = { block: block.id, version: 2, act: 'compiled' as const, text: 'dở dang', before, ...made }
    await plant([revisionItem(id, broken)])
    const { items } = await sure(cast.desk.get(of('/revisions')))
    expect(items).toMatchObject([{ version: 1, text: block.text }])
    await sure(cast.secretary.put(of(), { text: 'Hội nghị bế mạc.' }, { version: 1 }))
    const now = (await sure(cast.desk.get(of('/revisions')))).items
    expect(now.map(({ text }: Told) => text)).toEqual(['Hội nghị bế mạc.', block.text])
  })
})

describe('a new draft', () => {
  it('that an edit overtook takes nothing of the edit’s wording from the history', async () => {
    const { id, block, of, edit } = await drafted()
    const stale = await loadMinutes(id)
    await edit('Hội nghị bế mạc.', 1)
    const made = { by: { sub: 's', name: 'S' }, at: '2022-11-23T10:00:00.000Z' }
    const before = { version: 1, text: block.text }
    const anew = {
      block: block.id,
      version: 2,
      act: 'compiled' as const,
      text: 'biên soạn lại',
      before,
      ...made,
    }
    const desk = systemActor('test', 'req_test')
    await expect(keepWords(desk, stale, [anew])).rejects.toThrow(Stale)
    const { items } = await sure(cast.desk.get(of('/revisions')))
    expect(items[0]).toMatchObject({ version: 2, act: 'edited', text: 'Hội nghị bế mạc.' })
  })
})

describe('two editors', () => {
  it('are told of each other, and neither is kept out', async () => {
    const { id, block, of, edit } = await drafted()
    const mine = await sure(cast.secretary.post(of('/editing'), { page: 'p1' }))
    expect(mine.others).toEqual([])
    const second = await sure(cast.desk.post(of('/editing'), { page: 'p2' }))
    expect(second.others).toMatchObject([{ sub: cast.secretary.sub, page: 'p1', block: block.id }])
    const sameOne = await sure(cast.secretary.post(of('/editing'), { page: 'p3' }))
    expect(sameOne.others).toHaveLength(2)
    const { editing } = await sure(cast.chair.get(at(id)))
    expect(editing.map(({ page }: { page: string }) => page).sort()).toEqual(['p1', 'p2', 'p3'])
    await edit('Hội nghị bế mạc.', 1)
    expect(await refusal(cast.desk.put(of(), { text: 'Khác.' }, { version: 1 }))).toBe('stale-version')
    await sure(cast.desk.post(of('/editing'), { page: 'p2', editing: false }))
    await sure(cast.desk.post(of('/editing'), { page: 'p2', editing: false }))
    expect((await sure(cast.chair.get(at(id)))).editing).toHaveLength(2)
    laterBy(2)
    expect((await sure(cast.chair.get(at(id)))).editing).toEqual([])
  })

  it('are of the desk, and of a block there is', async () => {
    const { id, of } = await drafted()
    const page = { page: 'p1' }
    expect(await refusal(cast.chair.post(of('/editing'), page))).toBe('not-allowed')
    expect(await refusal(cast.desk.post(at(id, 'blocks/blk_none/editing'), page))).toBe('not-found')
    expect(await refusal(cast.desk.post(of('/editing'), { page: 'a/b' }))).toBe('invalid-input')
  })

  it('that save at once: one is answered, the other is told it read an older version', async () => {
    const { of } = await drafted()
    const texts = ['Một.', 'Hai.', 'Ba.']
    const answers = await Promise.all(texts.map((text) => cast.desk.put(of(), { text }, { version: 1 })))
    const told = answers.map(({ status }) => status).sort()
    expect(told.filter((status) => status === 200)).toHaveLength(1)
    expect(told.every((status) => [200, 409, 412].includes(status))).toBe(true)
    expect((await sure(cast.desk.get(of('/revisions')))).items).toHaveLength(2)
  })
})

describe('comments', () => {
  it('are made and resolved by whoever leads or writes; in the log, never in the text', async () => {
    const id = await submittedMinutes(home, cast)
    const { blocks, digest } = await sure(cast.chair.get(at(id)))
    const of = at(id, `blocks/${blocks[0].id}/comments`)
    const key = randomUUID()
    const made = await sure(cast.chair.post(of, { text: 'Xem lại giờ bắt đầu.' }, { key }), 201)
    expect((await cast.chair.post(of, { text: 'Xem lại giờ bắt đầu.' }, { key })).body).toEqual(made)
    expect(made).toMatchObject({ block: blocks[0].id, by: { sub: cast.chair.sub } })
    expect(await refusal(cast.operator.post(of, { text: 'Tôi cũng vậy.' }))).toBe('not-allowed')
    expect(await refusal(cast.archivist.post(of, { text: 'Tôi cũng vậy.' }))).toBe('not-allowed')
    expect(await refusal(cast.chair.post(of, { text: '' }))).toBe('invalid-input')
    const resolve = at(id, `comments/${made.id}/resolve`)
    expect(await refusal(cast.operator.post(resolve))).toBe('not-allowed')
    const resolved = await sure(cast.secretary.post(resolve))
    expect(resolved.resolved.by.sub).toBe(cast.secretary.sub)
    expect((await sure(cast.desk.post(resolve))).resolved).toEqual(resolved.resolved)
    const none = at(id, 'comments/cmt_01ARZ3NDEKTSV4RRFFQ69G5FAV/resolve')
    expect(await refusal(cast.desk.post(none))).toBe('not-found')
    expect((await sure(cast.archivist.get(at(id, 'comments')))).items).toEqual([resolved])
    expect(await refusal(cast.operator.get(at(id, 'comments')))).toBe('not-allowed')
    expect((await loadMinutes(id)).digest).toBe(digest)
  })
})

describe('what a sentence rests on', () => {
  it('is told event by event, and nothing of another log', async () => {
    const { id, block } = await drafted()
    const [event] = block.sentences[0]?.events ?? []
    const unknown = 'evt_01ARZ3NDEKTSV4RRFFQ69G5FAV'
    const { items } = await sure(cast.archivist.get(at(id, `evidence?events=${event},${unknown}`)))
    expect(items).toMatchObject([{ id: event, name: 'conference.closed', by: { sub: cast.desk.sub } }])
    const other = await closedConference(home, cast)
    await sure(cast.desk.post(at(other, 'draft')))
    expect((await sure(cast.desk.get(at(other, `evidence?events=${event}`)))).items).toEqual([])
    expect(await refusal(cast.operator.get(at(id, `evidence?events=${event}`)))).toBe('not-allowed')
    expect(await refusal(cast.desk.get(at(id, 'evidence?events=evt_x')))).toBe('invalid-input')
  })
})
