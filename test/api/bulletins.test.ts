// Bulletins over HTTP: drafted, submitted by one and approved by another; every verb's success, refusal and wrong actor.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wholeLog } from '#functions/shared/event-log.ts'
import type { Client } from '#test/support/api.ts'
import { type ArchiveCast, type ArchiveHome, inSession, sure } from '#test/support/archive.ts'
import { bulletinAt as at, startBulletins } from '#test/support/bulletins.ts'
import { uploaded } from '#test/support/files.ts'
import { headerOnly, tinyJpeg } from '#test/support/pictures.ts'

let home: ArchiveHome
let cast: ArchiveCast
let approver: Client

beforeAll(async () => {
  ;({ home, cast, approver } = await startBulletins())
})
afterAll(() => home.stop())

const refusal = async (answer: Promise<{ status: number; body: { type: string } }>) => {
  const { status, body } = await answer
  return [status, body.type?.replace('/problems/', '')]
}

const figure = { said: '5.813 điểm', subject: 'Tổng số điểm tổ chức Ngày hội' }

/** Closed, with one figure that stands and one that was taken back. */
const closed = async (fields: object = {}) => {
  const id = await inSession(home, cast, { ...fields })
  const path = `/api/conferences/${id}/figures`
  const kept = await sure(cast.desk.post(path, figure), 201)
  const gone = await sure(cast.desk.post(path, { said: '1 triệu lượt', subject: 'Lượt người' }), 201)
  await sure(cast.desk.post(`${path}/${gone.id}/withdraw`, { reason: 'Ghi nhầm' }))
  await sure(cast.desk.post(`/api/conferences/${id}/close`))
  return { id, kept: kept.id as string, gone: gone.id as string }
}

const drafted = async (fields: object = {}) => {
  const made = await closed(fields)
  return { ...made, view: await sure(cast.desk.post(at(made.id)), 201) }
}

const submitted = async () => {
  const made = await drafted()
  return { ...made, view: await sure(cast.desk.post(at(made.id, '/submit'))) }
}

describe('a bulletin', () => {
  it('begins from the public facts of a closed conference', async () => {
    const { id, kept, view } = await drafted()
    expect(view).toMatchObject({
      state: 'draft',
      slug: expect.stringMatching(/^2022-11-23-hoi-nghi-thu-[0-9a-f]{6}$/),
      figures: [{ id: kept, text: 'Tổng số điểm tổ chức Ngày hội: 5.813 điểm' }],
      commendations: [],
      preview: {
        title: 'Hội nghị thử',
        form: 'online',
        points: { total: 2, ministry: 0, provinces: [{ count: 1 }, { count: 1 }] },
        figures: [],
        photos: [],
      },
    })
    expect(JSON.stringify(view.preview)).not.toContain(id)
    expect(view.address).toBeUndefined()
    expect(await refusal(cast.desk.post(at(id)))).toEqual([409, 'bulletin-state'])
  })

  it('is refused of what is internal, and of what is not over', async () => {
    const { id } = await closed({ classification: 'internal' })
    expect(await refusal(cast.desk.post(at(id)))).toEqual([409, 'bulletin-internal'])
    expect(await refusal(cast.desk.get(at(id)))).toEqual([409, 'bulletin-internal'])
    const running = await inSession(home, cast)
    expect(await refusal(cast.desk.post(at(running)))).toEqual([409, 'conference-state'])
    const none = await closed()
    expect(await refusal(cast.desk.get(at(none.id)))).toEqual([404, 'bulletin-missing'])
  })

  it('shows what the desk chose, and takes no choice that was taken back', async () => {
    const { id, kept, gone, view } = await drafted()
    const input = { lead: 'Hội nghị thành công tốt đẹp.', figureIds: [kept] }
    const { body } = await cast.desk.put(at(id), input, { version: view.version })
    expect(body.preview).toMatchObject({ lead: input.lead, figures: [expect.stringContaining('5.813')] })
    const put = (fields: object, version = body.version) => cast.desk.put(at(id), fields, { version })
    expect(await refusal(put({ figureIds: [gone] }))).toEqual([422, 'outcome-unknown'])
    expect(await refusal(put({ photos: [{ id: `pho_${'0'.repeat(26)}`, caption: 'A' }] }))).toEqual([
      422,
      'photo-unknown',
    ])
    expect(await refusal(put(input, 1))).toEqual([412, 'stale-version'])
    expect((await cast.operator.put(at(id), input, { version: body.version })).status).toBe(403)
  })

  it('takes pictures that were checked, in the order they are put', async () => {
    const { id } = await drafted()
    const add = async (caption: string, pointId?: string) => {
      const upload = await uploaded(cast.desk, await tinyJpeg(caption.length), {
        name: 'Ảnh.jpeg',
        type: 'image/jpeg',
      })
      return sure(
        cast.desk.post(at(id, '/photos'), { upload, caption, ...(pointId ? { pointId } : {}) }),
        201,
      )
    }
    await add('Toàn cảnh')
    const { photos, version, preview } = await add('Điểm cầu Ninh Bình', 'bpt_ca-ninh-binh')
    expect(preview.photos).toMatchObject([{ caption: 'Toàn cảnh' }, { point: 'Công an tỉnh Ninh Bình' }])
    const [first, second] = photos
    const reordered = [
      { id: second.id, caption: 'Ninh Bình' },
      { id: first.id, caption: first.caption },
    ]
    const { body } = await cast.desk.put(at(id), { photos: reordered }, { version })
    expect(body.preview.photos).toMatchObject([{ caption: 'Ninh Bình' }, { caption: 'Toàn cảnh' }])
    const { url } = (
      await cast.desk.get(at(id, `/photos/${first.id}/file`), { headers: { Accept: 'application/json' } })
    ).body
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(await tinyJpeg('Toàn cảnh'.length))
    expect((await cast.stranger.get(at(id, `/photos/${first.id}/file`))).status).toBe(403)
  })

  it('takes no picture that is none, is of somebody else, or unpacks to gigabytes', async () => {
    const { id } = await drafted()
    const told = { name: 'Ảnh.png', type: 'image/png' }
    await expect(uploaded(cast.desk, await tinyJpeg(1), told)).rejects.toThrow('file-type-refused')
    await expect(uploaded(cast.desk, headerOnly.png(60_000, 60_000), told)).rejects.toThrow(
      'picture-too-large',
    )
    const theirs = await uploaded(cast.operator, await tinyJpeg(2), { name: 'A.jpg', type: 'image/jpeg' })
    const add = (fields: object) => cast.desk.post(at(id, '/photos'), { caption: 'Ảnh', ...fields })
    expect(await refusal(add({ upload: theirs }))).toEqual([422, 'upload-unknown'])
    const upload = await uploaded(cast.desk, await tinyJpeg(3), { name: 'A.jpg', type: 'image/jpeg' })
    expect(await refusal(add({ upload, pointId: 'bpt_ca-ha-nam' }))).toEqual([422, 'point-unknown'])
    expect((await cast.operator.post(at(id, '/photos'), { upload, caption: 'Ảnh' })).status).toBe(403)
  })
})

describe('letting it out', () => {
  it('needs another person, and exactly what was read', async () => {
    const { id, view } = await submitted()
    const { version } = view
    const approve = (who: Client, told = version) => who.post(at(id, '/approve'), {}, { version: told })
    expect(await refusal(approve(cast.desk))).toEqual([409, 'bulletin-own-approval'])
    expect(await refusal(approve(cast.secretary))).toEqual([403, 'not-allowed'])
    expect(await refusal(approve(cast.chair, version - 1))).toEqual([412, 'stale-version'])
    expect(await refusal(cast.chair.post(at(id, '/approve')))).toEqual([428, 'version-missing'])
    expect((await approve(cast.chair)).body).toMatchObject({ state: 'approved' })
    expect(await refusal(approve(approver, version + 1))).toEqual([409, 'bulletin-state'])
    expect(await refusal(cast.desk.put(at(id), {}, { version: version + 1 }))).toEqual([
      409,
      'bulletin-state',
    ])
  })

  it('is put off by a note, which whoever composed it reads until it is submitted anew', async () => {
    const { id, view } = await submitted()
    const note = 'Sửa chú thích ảnh thứ hai.\nBổ sung tên điểm cầu.'
    const giveBack = (who: Client, body: object = { note }, told = view.version) =>
      who.post(at(id, '/return'), body, { version: told })
    expect(await refusal(giveBack(cast.secretary))).toEqual([403, 'not-allowed'])
    expect((await giveBack(cast.chair, {})).status).toBe(400)
    expect(await refusal(giveBack(cast.chair, { note }, view.version - 1))).toEqual([412, 'stale-version'])
    expect(await refusal(cast.chair.post(at(id, '/return'), { note }))).toEqual([428, 'version-missing'])
    expect((await giveBack(cast.chair)).body).toMatchObject({ state: 'draft', returned: { note } })
    const read = (await cast.desk.get(at(id))).body
    expect([read.submitted, read.returned.name]).toEqual([undefined, expect.any(String)])
    expect(await refusal(giveBack(approver, { note }, read.version))).toEqual([409, 'bulletin-state'])
    const edit = await cast.desk.put(at(id), { lead: 'Đã sửa.' }, { version: read.version })
    expect(edit.body.returned.note).toBe(note)
    expect((await cast.desk.post(at(id, '/submit'))).body.returned).toBeUndefined()
    const told = (await wholeLog(id, new Date())).find(({ name }) => name === 'bulletin.returned')
    expect(told?.data).toMatchObject({ note })
  })

  it('is given up by whoever submitted it too: only letting it out is another’s', async () => {
    const { id, view } = await submitted()
    const { version } = view
    const back = await cast.desk.post(at(id, '/return'), { note: 'Trình nhầm' }, { version })
    expect(back.body).toMatchObject({ state: 'draft', returned: { note: 'Trình nhầm' } })
  })

  it('is asked for anew when the words change, or what they rest on', async () => {
    const { id, kept, view } = await drafted()
    await sure(cast.desk.put(at(id), { figureIds: [kept] }, { version: view.version }))
    const { version } = await sure(cast.desk.post(at(id, '/submit')))
    await sure(cast.desk.post(`/api/conferences/${id}/figures/${kept}/withdraw`, { reason: 'Sai' }))
    const behind = approver.post(at(id, '/approve'), {}, { version })
    expect(await refusal(behind)).toEqual([409, 'bulletin-behind'])
    const { body } = await cast.desk.put(at(id), {}, { version })
    expect(body).toMatchObject({ state: 'draft', preview: { figures: [] } })
    expect(body.submitted).toBeUndefined()
  })

  it('is taken back by a reason, once it was let out', async () => {
    const { id, view } = await submitted()
    const withdraw = (who: Client, body: object = { reason: 'Sai số liệu' }) =>
      who.post(at(id, '/withdraw'), body)
    expect(await refusal(withdraw(cast.desk))).toEqual([409, 'bulletin-state'])
    await sure(approver.post(at(id, '/approve'), {}, { version: view.version }))
    expect(await refusal(withdraw(cast.operator))).toEqual([403, 'not-allowed'])
    expect((await withdraw(cast.desk, {})).status).toBe(400)
    expect((await withdraw(cast.chair)).body).toMatchObject({ state: 'withdrawn' })
    expect(await refusal(withdraw(cast.chair))).toEqual([409, 'bulletin-state'])
    const names = (await wholeLog(id, new Date()))
      .map(({ name }) => name)
      .filter((name) => name.startsWith('bulletin.'))
    expect(names).toEqual([
      'bulletin.drafted',
      'bulletin.submitted',
      'bulletin.approved',
      'bulletin.withdrawn',
    ])
  })
})
