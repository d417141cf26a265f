// Late events and addenda over HTTP: what calls for one, its whole way to a seal, the history, the register of numbers.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderRecord } from '#functions/documents/render-record.ts'
import { loadFrozen, loadMinutes, minutesKey } from '#functions/minutes/entity.ts'
import { Minutes } from '#functions/minutes/schema.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { load } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  closedConference,
  laterBy,
  printedMinutes,
  refusal,
  sealedMinutes,
  startArchiveHome,
  submittedMinutes,
  sure,
} from '#test/support/archive.ts'
import { host } from '#test/support/conference.ts'

let home: ArchiveHome
let cast: ArchiveCast

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
})
afterAll(() => home.stop())

const at = (id: string, rest = '') => `/api/conferences/${id}/minutes${rest && `/${rest}`}`
const point = (id: string) => `/api/conferences/${id}/bridge-points/bpt_ca-ninh-binh`
const reason = 'Điểm cầu Ninh Bình gửi điểm danh muộn.'

/** The roll of a point told long after the close. */
const lateRoll = (id: string) => sure(cast.operator.post(`${point(id)}/roll-call`, { headCount: 7 }), 201)

/** The point had no link: which holds is said once more, of the history that the addendum tells. */
const settleRoll = async (id: string) => {
  const { items } = await sure(cast.desk.get(`/api/conferences/${id}/disagreements`))
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['roll-without-link'])
  const settle = `/api/conferences/${id}/disagreements/${items[0].id}/settle`
  await sure(cast.desk.post(settle, { chosen: 'roll', reason: 'Dự qua đường truyền dự phòng' }))
  await sure(cast.desk.post(at(id, 'draft')))
}

const signBoth = async (id: string) => {
  await sure(cast.secretary.post(at(id, 'sign')))
  const signed = await sure(cast.chair.post(at(id, 'sign')))
  await renderRecord(await loadMinutes(id))
  return signed
}

/** Once what was signed is printed: there is no pump here that would see to it. */
const seal = async (id: string) => {
  await renderRecord(await loadMinutes(id))
  return sure(cast.desk.post(at(id, 'seal')))
}

type Version = { id: string; kind: string; state: string; number?: string; supersededBy?: { number: string } }

describe('late events', () => {
  it('raise a task after the submission, and change neither what was signed nor its way to the seal', async () => {
    const id = await submittedMinutes(home, cast)
    const before = await sure(cast.desk.get(at(id)))
    expect(before.late).toBeUndefined()
    laterBy(20)
    await lateRoll(id)
    const { late, digest, horizon } = await sure(cast.desk.get(at(id)))
    expect(late).toMatchObject({ count: 1, since: expect.stringMatching(/Z$/) })
    expect([digest, horizon]).toEqual([before.digest, before.horizon])
    await signBoth(id)
    await seal(id)
    expect((await sure(cast.archivist.get(at(id)))).late.count).toBe(1)
  })

  it('are those of the session that the submission did not read, and none that it read a moment before', async () => {
    const id = await closedConference(home, cast)
    laterBy(11)
    await sure(cast.desk.post(`/api/conferences/${id}/figures`, { said: '9 vụ', subject: 'Số vụ' }), 201)
    await sure(cast.desk.post(at(id, 'draft')))
    const data = { kind: 'directive', text: 'Khắc phục tồn tại.', ownerUnitIds: [], citationIds: [] }
    const slow = { name: 'directive.recorded', scope: id, subject: 'dir_slow', data } as const
    const event = recorded(systemActor('desk', 'req_slow'), slow)
    await sure(cast.desk.post(at(id, 'submit')))
    expect((await sure(cast.desk.get(at(id)))).late).toBeUndefined()
    await write(systemActor('desk', 'req_slow'), id, putEvent(event))
    expect((await sure(cast.desk.get(at(id)))).late).toEqual({ count: 1, since: event.recordedAt })
    expect(await sure(cast.desk.get(at(id)))).not.toHaveProperty('told')
  })

  it('are none that minutes do not tell of', async () => {
    const id = await submittedMinutes(home, cast)
    const { blocks } = await sure(cast.desk.get(at(id)))
    await sure(cast.desk.post(at(id, `blocks/${blocks[0].id}/comments`), { text: 'Xem lại.' }), 201)
    expect((await sure(cast.desk.get(at(id)))).late).toBeUndefined()
  })
})

describe('an addendum', () => {
  it('waits for the seal, and is the desk’s to open', async () => {
    const open = await closedConference(home, cast)
    expect(await refusal(cast.desk.post(at(open, 'addenda'), { reason }))).toBe('minutes-missing')
    const id = await printedMinutes(home, cast)
    expect(await refusal(cast.desk.post(at(id, 'addenda'), { reason }))).toBe('minutes-state')
    expect(await refusal(cast.desk.post(at(id, 'addenda/withdraw')))).toBe('minutes-state')
    await seal(id)
    expect(await refusal(cast.desk.post(at(id, 'addenda'), {}))).toBe('invalid-input')
    for (const who of [cast.chair, cast.operator, cast.archivist])
      expect(await refusal(who.post(at(id, 'addenda'), { reason }))).toBe('not-allowed')
  })

  it('tells what came late, is signed twice and sealed under its own number; the first stays as it was', async () => {
    const first = await sealedMinutes(home, cast)
    const { id } = first
    const sealed = await sure(cast.desk.get(at(id)))
    laterBy(20)
    await lateRoll(id)
    const key = randomUUID()
    expect(await refusal(cast.desk.post(at(id, 'addenda'), { reason }, { key }))).toBe('history-settling')
    laterBy(1)
    const draft = await sure(cast.desk.post(at(id, 'addenda'), { reason }, { key }), 201)
    expect(draft).toMatchObject({
      kind: 'addendum',
      state: 'draft',
      attestations: [],
      supersedes: { recordId: first.recordId, digest: first.digest, number: sealed.number.text, reason },
    })
    expect([draft.number, draft.seal, draft.late]).toEqual([undefined, undefined, undefined])
    expect((await cast.desk.post(at(id, 'addenda'), { reason }, { key })).body).toEqual(draft)
    expect(await refusal(cast.desk.post(at(id, 'addenda'), { reason }))).toBe('minutes-state')
    expect(await refusal(cast.desk.post(at(id, 'submit')))).toBe('disagreement-unsettled')
    await settleRoll(id)
    const submitted = await sure(cast.desk.post(at(id, 'submit')))
    expect(submitted.horizon.count).toBeGreaterThan(sealed.horizon.count)
    expect(submitted.number.number).toBe(sealed.number.number + 1)
    expect(submitted.signsNext).toMatchObject({ role: 'secretary', people: [{ sub: cast.secretary.sub }] })
    expect((await signBoth(id)).state).toBe('signed')
    const made = await seal(id)
    expect([made.recordId === first.recordId, made.n]).toEqual([false, first.n + 1])
    const { items } = await sure(cast.archivist.get(at(id, 'history')))
    expect(
      items.map(({ kind, state, supersededBy }: Version) => [kind, state, supersededBy?.number]),
    ).toEqual([
      ['conference', 'sealed', submitted.number.text],
      ['addendum', 'sealed', undefined],
    ])
    const again = await sure(cast.archivist.get(at(id, `history/${sealed.id}`)))
    expect([again.digest, again.blocks, again.seal]).toEqual([sealed.digest, sealed.blocks, sealed.seal])
    expect(again.late, 'what came late to it the addendum tells').toBeUndefined()
    expect((await cast.archivist.get(`/api/archive/${first.recordId}/verify`)).body.verified).toBe(true)
    expect((await cast.archivist.get(`/api/archive/${made.recordId}/verify`)).body.verified).toBe(true)
  })

  it('says in the signed text what it takes the place of', async () => {
    const { id, recordId, digest } = await sealedMinutes(home, cast)
    await sure(cast.desk.post(at(id, 'addenda'), { reason }), 201)
    await sure(cast.desk.post(at(id, 'submit')))
    const minutes = await loadMinutes(id)
    const text = JSON.parse((await loadFrozen(minutes.digest ?? '')).toString('utf8'))
    expect(text).toMatchObject({ kind: 'addendum', supersedes: { recordId, digest, reason } })
  })

  it('keeps the secretary’s words, may be edited, refused, drafted again; what comes meanwhile is drafted first', async () => {
    const id = await sealedMinutes(home, cast).then((made) => made.id)
    const { blocks } = await sure(cast.desk.post(at(id, 'addenda'), { reason }), 201)
    const venue = blocks.find(({ kind }: { kind: string }) => kind === 'venue')
    await sure(
      cast.secretary.put(at(id, `blocks/${venue.id}`), { text: 'Tại Hà Nội.' }, { version: venue.version }),
    )
    laterBy(1)
    await lateRoll(id)
    expect(await refusal(cast.desk.post(at(id, 'submit')))).toBe('minutes-behind')
    expect(await refusal(cast.desk.post(at(id, 'draft')))).toBe('history-settling')
    laterBy(1)
    expect(await refusal(cast.desk.post(at(id, 'submit')))).toBe('minutes-behind')
    await sure(cast.desk.post(at(id, 'draft')))
    await settleRoll(id)
    const { number } = await sure(cast.desk.post(at(id, 'submit')))
    expect(await refusal(cast.desk.post(at(id, 'addenda/withdraw')))).toBe('minutes-state')
    await sure(cast.chair.post(at(id, 'refuse'), { note: 'Bổ sung lý do.' }))
    expect(await refusal(cast.desk.post(at(id, 'addenda/withdraw'))), 'it has a number').toBe('minutes-state')
    const redrafted = await sure(cast.desk.post(at(id, 'draft')))
    expect(redrafted.blocks.find(({ id }: { id: string }) => id === venue.id).text).toBe('Tại Hà Nội.')
    expect((await sure(cast.desk.post(at(id, 'submit')))).number).toEqual(number)
  })

  it('opened by mistake is given up, and the sealed version is the current one again', async () => {
    const { id, recordId } = await sealedMinutes(home, cast)
    const sealed = await sure(cast.desk.get(at(id)))
    const { version: opened, blocks } = await sure(cast.desk.post(at(id, 'addenda'), { reason }), 201)
    const { id: block } = blocks.find(({ kind }: { kind: string }) => kind === 'participants')
    await sure(cast.secretary.put(at(id, `blocks/${block}`), { text: 'Nhầm.' }, { version: 1 }))
    const version = opened + 1
    expect(await refusal(cast.operator.post(at(id, 'addenda/withdraw')))).toBe('not-allowed')
    expect(await refusal(cast.desk.post(`/api/conferences/${id}/reopen`, { reason }))).toBe('minutes-signed')
    const back = await sure(cast.desk.post(at(id, 'addenda/withdraw')))
    expect(back).toEqual({ ...sealed, version: version + 1 })
    expect((await sure(cast.desk.get(at(id, 'history')))).items).toMatchObject([{ seal: { recordId } }])
    laterBy(20)
    await lateRoll(id)
    laterBy(1)
    const again = await sure(cast.desk.post(at(id, 'addenda'), { reason }), 201)
    const wordings = (await sure(cast.desk.get(at(id, `blocks/${block}/revisions`)))).items
    const stands = again.blocks.find((one: { id: string }) => one.id === block)
    expect(wordings).toMatchObject([
      { version: 2, act: 'compiled', text: stands.text },
      { version: 1, act: 'compiled' },
    ])
  })

  it('is opened once by two who open it at once', async () => {
    const { id } = await sealedMinutes(home, cast)
    const answers = await Promise.all([1, 2, 3].map(() => cast.desk.post(at(id, 'addenda'), { reason })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await sure(cast.desk.get(at(id, 'history')))).items).toHaveLength(2)
  })

  it('leaves both records where chair and secretary find them', async () => {
    const { id, recordId } = await sealedMinutes(home, cast)
    await sure(cast.desk.post(at(id, 'addenda'), { reason }), 201)
    await sure(cast.desk.post(at(id, 'submit')))
    await signBoth(id)
    const next = await seal(id)
    const { items } = await sure(cast.chair.get('/api/archive?limit=100'))
    const found = items.map((one: { id: string }) => one.id)
    expect(found).toEqual(expect.arrayContaining([recordId, next.recordId]))
  })
})

describe('the register', () => {
  it('has every number once, in order, and to what it was given; also of those who submit at once', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => closedConference(home, cast)))
    laterBy(11)
    for (const id of ids) await sure(cast.desk.post(at(id, 'draft')))
    const submit = async (id: string): Promise<void> => {
      const answer = await cast.desk.post(at(id, 'submit'))
      if (answer.status === 409) await submit(id)
      else expect(answer.status).toBe(200)
    }
    await Promise.all(ids.map(submit))
    const year = new Date().getFullYear()
    const { items } = await sure(cast.archivist.get(`/api/register?unit=${host}&year=${year}`))
    expect(items.map(({ number }: { number: number }) => number)).toEqual(
      items.map((_: unknown, n: number) => n + 1),
    )
    const given = items.map(({ conferenceId }: { conferenceId: string }) => conferenceId)
    for (const id of ids) expect(given.filter((one: string) => one === id)).toHaveLength(1)
    expect(items.at(-1)).toMatchObject({ title: ['Hội nghị thử'], text: expect.stringMatching(/\/BB-BCA$/) })
    const replaced = items.flatMap(({ supersedes }: { supersedes?: string }) => supersedes ?? [])
    expect(replaced.length, 'addenda say so').toBeGreaterThan(0)
    expect(items.map(({ text }: { text: string }) => text)).toEqual(expect.arrayContaining(replaced))
    expect((await sure(cast.desk.get(`/api/register?unit=${host}&year=1999`))).items).toEqual([])
    expect(await refusal(cast.operator.get(`/api/register?unit=${host}&year=${year}`))).toBe('not-allowed')
    expect(await refusal(cast.stranger.get(`/api/register?unit=${host}&year=${year}`))).toBe('not-allowed')
  })
})

describe('minutes kept before there were addenda', () => {
  it('go on being read, as first versions', async () => {
    const id = await closedConference(home, cast)
    await sure(cast.desk.post(at(id, 'draft')))
    const { kind, earlier, ...before } = await loadMinutes(id)
    expect([kind, earlier]).toEqual(['conference', []])
    expect(Minutes.parse(before)).toEqual({ ...before, kind, earlier })
    expect(await load(minutesKey(id), Minutes)).toMatchObject({ id: before.id })
  })
})
