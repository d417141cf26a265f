// Publishing, into a real store: what lies there afterwards, byte by byte; repeated, withdrawn meanwhile, of hostile pictures.
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { fileTypeFromBuffer } from 'file-type'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decode } from '#functions/bulletins/codecs.ts'
import { bulletinItem, loadBulletin } from '#functions/bulletins/entity.ts'
import { publicPicture } from '#functions/bulletins/picture.ts'
import { publishing } from '#functions/bulletins/publish.job.ts'
import { loadJobsOf } from '#functions/jobs/entity.ts'
import { runJob } from '#functions/jobs/run-job.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { readObject, store } from '#functions/shared/objects.ts'
import { database, put, tableName } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import type { Client } from '#test/support/api.ts'
import { type ArchiveCast, type ArchiveHome, inSession, sure } from '#test/support/archive.ts'
import { bulletinAt as at, startBulletins } from '#test/support/bulletins.ts'
import { uploaded } from '#test/support/files.ts'
import { headerOnly, transparentPng, twoColours, withPlace } from '#test/support/pictures.ts'
import { plantSecrets } from '#test/support/secrets.ts'

let home: ArchiveHome
let cast: ArchiveCast
let approver: Client

beforeAll(async () => {
  ;({ home, cast, approver } = await startBulletins())
})
afterAll(() => home.stop())

/** Every job there is, by the table itself, for an index lags. */
const jobIds = async (): Promise<string[]> => {
  const jobs = {
    FilterExpression: '#type = :job',
    ExpressionAttributeNames: { '#type': 'type' },
    ExpressionAttributeValues: { ':job': 'job' },
  }
  const pages = paginateScan(
    { client: database() },
    { TableName: tableName(), ConsistentRead: true, ...jobs },
  )
  const found: string[] = []
  for await (const { Items = [] } of pages) found.push(...Items.map(({ id }) => String(id)))
  return found.sort()
}

/** Every job as the queue would wake it: those that are over are left alone. */
const work = async () => {
  const kinds = { 'bulletin.publish': async () => publishing }
  for (const id of await jobIds()) await runJob(id, kinds, { remainingMs: () => 900_000, waitMs: 0 })
}

const keys = async (prefix = ''): Promise<string[]> => {
  const command = new ListObjectsV2Command({ Bucket: 'public', Prefix: `ban-tin/${prefix}` })
  return ((await store().send(command)).Contents ?? []).map(({ Key = '' }) => Key)
}

const read = async (key: string): Promise<Buffer> => {
  const bytes = await readObject('public', key)
  if (!bytes) throw new Error(`${key} is not there`)
  return bytes
}

const textOf = async (key: string) => (await read(key)).toString()

/** What cameras and editors write into a picture, and what the conference keeps to itself. */
const camera = ['Exif', 'GPS', 'Kodak', 'http://ns.adobe.com', 'ICC_PROFILE']
const internal = ['secret', '0912345678', '912 345']

/** Submitted with one picture that tells where and by what it was taken. */
const submitted = async (title: string, [width, height] = [60, 30]) => {
  const id = await inSession(home, cast, { title: [title] })
  await plantSecrets(cast, id)
  await sure(cast.desk.post(`/api/conferences/${id}/close`))
  await sure(cast.desk.post(at(id)), 201)
  const picture = withPlace(await twoColours(width, height))
  const upload = await uploaded(cast.desk, picture, { name: 'DSC_0042.jpg', type: 'image/jpeg' })
  const photo = { upload, caption: 'Toàn cảnh <hội trường>', pointId: 'bpt_ca-ninh-binh' }
  await sure(cast.desk.post(at(id, '/photos'), photo), 201)
  return { id, picture, view: await sure(cast.desk.post(at(id, '/submit'))) }
}

const approve = async ({ id, view }: { id: string; view: { version: number } }) =>
  sure(approver.post(at(id, '/approve'), {}, { version: view.version }))

describe('publishing', () => {
  it('puts a page, its picture made anew, and the list, and nothing internal in any byte', async () => {
    const made = await submitted('Tổng kết phong trào', [1800, 300])
    await approve(made)
    expect(await keys()).toEqual([])
    await work()
    const { state, address, slug } = (await cast.desk.get(at(made.id))).body
    expect({ state, address }).toEqual({
      state: 'published',
      address: expect.stringContaining(`/ban-tin/${slug}/`),
    })
    const page = await textOf(`ban-tin/${slug}/index.html`)
    expect(page).toContain('<h1>Hội nghị tổng kết phong trào</h1>')
    expect(page).toContain('Toàn cảnh &lt;hội trường&gt;')
    expect(page).toContain('<span class="point">Công an tỉnh Ninh Bình</span>')
    expect(await textOf('ban-tin/index.html')).toContain(`/ban-tin/${slug}/`)
    const counts = JSON.parse(await textOf(`ban-tin/${slug}/counts.json`))
    expect(counts, 'before anybody has opened it').toMatchObject({ total: 0, today: 0, online: 0 })
    const [, large = ''] = /href="([0-9a-f]{64}\.jpg)"/.exec(page) ?? []
    const picture = await read(`ban-tin/${slug}/${large}`)
    const { width, height, data } = await decode(picture, 'image/jpeg')
    expect([width, height]).toEqual([267, 1600]) // turned as its EXIF says, then made smaller
    expect(data[0]).toBeGreaterThan(180)
    for (const key of await keys()) {
      const bytes = (await read(key)).toString('latin1')
      const words = key.endsWith('.jpg') ? [...camera, ...internal] : internal
      for (const word of [...words, made.id.slice(4)])
        expect([key, word, bytes.includes(word)]).toEqual([key, word, false])
      for (const { sub, personId } of [cast.desk, approver, cast.chair])
        expect([key, bytes.includes(sub) || bytes.includes(personId)]).toEqual([key, false])
    }
  })

  it('repeated, changes no byte', async () => {
    const before = await Promise.all((await keys()).map(async (key) => [key, await read(key)]))
    const lists = await loadJobsOf(approver.sub, 50, undefined)
    const context = { actor: systemActor('test', 'r'), progress: async () => {} } as never
    for (const { input } of lists.items) await publishing.run(context, input as { conferenceId: string })
    expect(await Promise.all((await keys()).map(async (key) => [key, await read(key)]))).toEqual(before)
  })

  it('taken back, leaves a page that says so, no picture, and no line in the list', async () => {
    const made = await submitted('Sơ kết quý')
    await approve(made)
    await work()
    const { slug } = made.view as unknown as { slug: string }
    expect(await textOf('ban-tin/index.html')).toContain(slug)
    await sure(cast.desk.post(at(made.id, '/withdraw'), { reason: 'Sai ảnh' }))
    await work()
    expect(await keys(`${slug}/`)).toEqual([`ban-tin/${slug}/index.html`])
    const page = await textOf(`ban-tin/${slug}/index.html`)
    expect(page).toContain('Bản tin đã gỡ')
    expect(page).not.toContain('Sơ kết')
    expect(await textOf('ban-tin/index.html')).not.toContain(slug)
    const { body } = await cast.desk.get(at(made.id))
    expect([body.state, body.address]).toEqual(['withdrawn', undefined])
  })

  it('overtaken by a withdrawal while it works, ends with the page gone', async () => {
    const made = await submitted('Giao ban tháng')
    await approve(made)
    const approved = await loadBulletin(made.id)
    let withdrawn = false
    const context = {
      actor: systemActor('test', 'r'),
      progress: async () => {
        if (withdrawn) return
        withdrawn = true
        const { drafted } = approved
        const next = { ...approved, state: 'withdrawn' as const, withdrawn: { ...drafted, reason: 'Sai' } }
        await write(
          systemActor('test', 'r'),
          't',
          put(bulletinItem({ ...next, version: approved.version + 1 })),
        )
      },
    } as never
    await publishing.run(context, { conferenceId: made.id })
    expect(withdrawn).toBe(true)
    expect(await textOf(`ban-tin/${approved.slug}/index.html`)).toContain('Bản tin đã gỡ')
    expect(await keys(`${approved.slug}/`)).toHaveLength(1)
    expect(await textOf('ban-tin/index.html')).not.toContain(approved.slug)
  })

  it('taken back and worked at anew before the page is down, is down all the same', async () => {
    const made = await submitted('Giao ban quý')
    await approve(made)
    await work()
    const { slug } = await loadBulletin(made.id)
    const { version } = await sure(cast.desk.post(at(made.id, '/withdraw'), { reason: 'Sai ảnh' }))
    const edit = await cast.desk.put(at(made.id), { lead: 'Viết lại' }, { version })
    expect([edit.status, edit.body.type]).toEqual([409, '/problems/bulletin-state'])
    await sure(cast.desk.post(at(made.id, '/withdraw'), { reason: 'Vẫn còn trang cũ' }))
    await work()
    expect(await keys(`${slug}/`)).toEqual([`ban-tin/${slug}/index.html`])
    expect(await textOf(`ban-tin/${slug}/index.html`)).toContain('Bản tin đã gỡ')
    const view = (await cast.desk.get(at(made.id))).body
    await sure(cast.desk.put(at(made.id), { lead: 'Viết lại' }, { version: view.version }))
  })

  it('is taken back even while the conference goes on again', async () => {
    const made = await submitted('Giao ban năm')
    await approve(made)
    await work()
    const { slug } = await loadBulletin(made.id)
    await sure(cast.desk.post(`/api/conferences/${made.id}/reopen`, { reason: 'Bế mạc nhầm' }))
    expect((await cast.desk.get(at(made.id))).body).toMatchObject({ state: 'published' })
    await sure(cast.desk.post(at(made.id, '/withdraw'), { reason: 'Hội nghị còn họp' }))
    await work()
    expect(await keys(`${slug}/`)).toEqual([`ban-tin/${slug}/index.html`])
  })

  it('breaks off on a picture that does not open: the desk has it back with that one named, and nothing of it is public', async () => {
    const made = await submitted('Giao ban đêm')
    const upload = await uploaded(cast.desk, headerOnly.png(40, 40), { name: 'A.png', type: 'image/png' })
    await sure(cast.desk.post(at(made.id, '/photos'), { upload, caption: 'Đoàn chủ tịch' }), 201)
    const view = await sure(cast.desk.post(at(made.id, '/submit')))
    await approve({ id: made.id, view })
    const { slug } = await loadBulletin(made.id)
    const context = { actor: systemActor('test', 'r'), progress: async () => {} } as never
    const twice = [1, 2].map(() => publishing.run(context, { conferenceId: made.id }))
    expect((await Promise.allSettled(twice)).map(({ status }) => status)).toContain('rejected')
    await work()
    const back = (await cast.desk.get(at(made.id))).body
    expect(back).toMatchObject({
      state: 'draft',
      version: view.version + 2,
      failed: { place: 2, caption: 'Đoàn chủ tịch', reason: 'file-damaged' },
    })
    expect([back.approved, await keys(`${slug}/`)]).toEqual([undefined, []])
    const log = await wholeLog(made.id, new Date())
    expect(log.filter(({ name }) => name === 'bulletin.publish-failed')).toMatchObject([
      { data: { picture: 2, caption: 'Đoàn chủ tịch', reason: 'file-damaged' } },
    ])
    const [{ pointId: _, digest: __, type: ___, ...first }] = back.photos
    await sure(cast.desk.put(at(made.id), { photos: [first] }, { version: back.version }))
    const again = await sure(cast.desk.post(at(made.id, '/submit')))
    expect(again.failed).toBeUndefined()
    await approve({ id: made.id, view: again })
    await work()
    expect((await cast.desk.get(at(made.id))).body).toMatchObject({ state: 'published' })
  })

  it('that went out while it was taken back and reworked, goes again', async () => {
    const made = await submitted('Giao ban tuần')
    await approve(made)
    const approved = await loadBulletin(made.id)
    const { approved: _, submitted: __, fixed: ___, ...draft } = approved
    const late = { ...draft, state: 'draft' as const, version: approved.version + 2 }
    const progress = async () => {
      await write(systemActor('test', 'r'), 't', put(bulletinItem(late)))
    }
    const context = { actor: systemActor('test', 'r'), progress } as never
    await publishing.run(context, { conferenceId: made.id })
    expect(await keys(`${approved.slug}/`)).toEqual([`ban-tin/${approved.slug}/index.html`])
    expect(await textOf(`ban-tin/${approved.slug}/index.html`)).toContain('Bản tin đã gỡ')
  })
})

describe('a picture', () => {
  it('is refused before it is unpacked where it would fill the memory', async () => {
    const bomb = publicPicture(headerOnly.png(30_000, 30_000), 'image/png')
    await expect(bomb).rejects.toThrow('picture-too-large')
    await expect(publicPicture(Buffer.from('no picture at all'), 'image/jpeg')).rejects.toThrow(
      'file-damaged',
    )
  })

  it('one can see through stands on white, and leaves as JPEG', async () => {
    const { large } = await publicPicture(await transparentPng(), 'image/png')
    expect((await fileTypeFromBuffer(large.bytes))?.mime).toBe('image/jpeg')
    const { data } = await decode(large.bytes, 'image/jpeg')
    expect([...data.slice(0, 3)].every((channel) => channel > 250)).toBe(true)
  })
})
