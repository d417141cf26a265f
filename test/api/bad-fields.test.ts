// The fields people get wrong: each refused by its name, in words; and Vietnamese kept as NFC however it is typed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '#functions/shared/problems.data.ts'
import { isProblem, type Json, pointersOf, type Routes, startRoutes } from '#test/support/any-route.ts'
import { unit } from '#test/support/conference.ts'
import { conferenceInput } from '#test/support/world.ts'

let home: Routes
beforeAll(async () => {
  home = await startRoutes()
}, 60_000)
afterAll(() => home.stop())

describe('the fields people get wrong', () => {
  const conference = (fields: object) => ({ ...conferenceInput, ...fields }) as Json
  const post = 'POST /api/conferences/:id'
  const leapless = '2022-02-29T08:00:00+07:00'
  const notInvited = 'unt_ca-ha-nam'
  const check = { picture: 'pass', sound: 'pass', network: 'pass' }
  const item = (fields: object) => [{ id: 'agd_1', title: 'Mở đầu', kind: 'opening', ...fields }]

  it.each([
    ['an empty name', 'POST /api/persons', { name: '' }, 400, '/name'],
    ['a name of spaces', 'POST /api/persons', { name: ' \u00a0 ' }, 400, '/name'],
    ['a name of 10,000 letters', 'POST /api/persons', { name: 'a'.repeat(10_000) }, 400, '/name'],
    ['nobody', 'POST /api/persons', {}, 400, '/name'],
    [
      'a post from 31/02',
      'POST /api/persons',
      { name: 'A', posts: [{ unitId: unit, title: 'Trưởng phòng', from: '2022-02-31' }] },
      400,
      '/posts/0/from',
    ],
    [
      'a post in no unit',
      'POST /api/persons',
      { name: 'A', posts: [{ unitId: 'unt_none', title: 'Trưởng phòng', from: '2022-01-01' }] },
      422,
      '/posts/0/unitId',
    ],
    [
      'a title of 10,000 letters',
      'POST /api/conferences',
      conference({ title: ['a'.repeat(10_000)] }),
      400,
      '/title/0',
    ],
    ['a start on 29/02', 'POST /api/conferences', conference({ startsAt: leapless }), 400, '/startsAt'],
    [
      'an end before the start',
      'POST /api/conferences',
      conference({ endsAt: '2022-11-23T13:00:00+07:00' }),
      400,
      '/endsAt',
    ],
    [
      'an item of -5 minutes',
      'POST /api/conferences',
      conference({ agenda: item({ minutes: -5 }) }),
      400,
      '/agenda/0/minutes',
    ],
    [
      'two items of one id',
      'POST /api/conferences',
      conference({ agenda: [...item({}), ...item({})] }),
      400,
      '/agenda',
    ],
    ['no units', `${post}/bridge-points`, { unitIds: [] }, 400, '/unitIds'],
    ['a unit nobody knows', `${post}/bridge-points`, { unitIds: [unit, 'unt_none'] }, 422, '/unitIds/1'],
    ['-1 people expected', `${post}/bridge-points`, { unitIds: [unit], expected: -1 }, 400, '/expected'],
    ['half a person', `${post}/bridge-points/:point/roll-call`, { headCount: 1.5 }, 400, '/headCount'],
    ['-1 heads', `${post}/bridge-points/:point/roll-call`, { headCount: -1 }, 400, '/headCount'],
    [
      'a mark for a stranger',
      `${post}/bridge-points/:point/roll-call`,
      { marks: [{ delegateId: 'dlg_01GJH00000000000000000000Z', state: 'present' }] },
      422,
      '/marks/0/delegateId',
    ],
    [
      'a claim on 30/02',
      `${post}/bridge-points/:point/join`,
      { claimedAt: '2022-02-30T00:00:00Z' },
      400,
      '/claimedAt',
    ],
    [
      'a check of no kind',
      `${post}/bridge-points/:point/readiness`,
      { checks: { ...check, sound: 'meh' } },
      400,
      '/checks/sound',
    ],
    [
      'a delegate who is nobody',
      `${post}/bridge-points/:point/delegates`,
      { delegates: [{}] },
      400,
      '/delegates/0/name',
    ],
    ['-5 seconds', `${post}/floor/extend`, { seconds: -5 }, 400, '/seconds'],
    ['a budget of -1', `${post}/floor/open`, { budgetSeconds: -1 }, 400, '/budgetSeconds'],
    ['an item not on the agenda', `${post}/floor/open`, { agendaItem: 'agd_none' }, 422, '/agendaItem'],
    [
      'a unit that is not invited',
      `${post}/floor/requests`,
      { unitId: notInvited, speaker: { name: 'A' } },
      422,
      '/unitId',
    ],
    [
      'a speaker nobody knows',
      `${post}/floor/requests`,
      { unitId: unit, speaker: { personId: 'prs_none' } },
      422,
      '/speaker/personId',
    ],
    [
      'a paper of no unit',
      `${post}/contributions`,
      { title: 'T', text: 't', unitId: notInvited, author: { name: 'A' } },
      422,
      '/unitId',
    ],
    [
      'an author nobody knows',
      `${post}/contributions`,
      { title: 'T', text: 't', unitId: unit, author: { personId: 'prs_none' } },
      422,
      '/author/personId',
    ],
    [
      'a grant to nobody',
      'POST /api/grants',
      { personId: 'prs_none', role: 'observer', scope: `unit:${unit}` },
      422,
      '/personId',
    ],
  ])('%s', async (_, route, body, status, pointer) => {
    if (route.includes('/floor/') || route.includes('/contributions')) await openFloor()
    const answer = await home.ask(route, { body: body as Json })
    expect([answer.status, isProblem(answer), pointersOf(answer)[0]]).toEqual([status, true, pointer])
  })

  it('a field that names what is not there says so in words', async () => {
    const answer = await home.ask(`${post}/bridge-points`, { body: { unitIds: ['unt_none'] } })
    expect(answer.body.errors).toEqual([
      { pointer: '/unitIds/0', code: 'unit-unknown', message: catalogue['unit-unknown'].vi },
    ])
  })

  const openFloor = () => home.client.post(`/api/conferences/${home.world.ids.session}/floor/open`, {})

  it('a name in NFD is kept in NFC wherever it is typed', async () => {
    const [nfc, nfd] = [
      'Trần Thị Huệ, Thừa Thiên Huế'.normalize('NFC'),
      'Trần Thị Huệ, Thừa Thiên Huế'.normalize('NFD'),
    ]
    await openFloor()
    const speaker = { name: nfd }
    const answers = [
      await home.ask('POST /api/persons', { body: { name: nfd } }),
      await home.ask('POST /api/conferences', { body: conference({ venue: nfd, title: [nfd] }) }),
      await home.ask(`${post}/bridge-points/:point/delegates`, { body: { delegates: [{ name: nfd }] } }),
      await home.ask(`${post}/contributions`, {
        body: { title: nfd, text: nfd, unitId: unit, author: speaker },
      }),
      await home.ask(`${post}/floor/requests`, { body: { unitId: unit, speaker } }),
      await home.ask(`${post}/minutes/blocks`, { body: { kind: 'conclusion', text: nfd } }),
    ]
    for (const { status, body } of answers) {
      const text = JSON.stringify(body)
      expect([status, text.includes(nfc), text === text.normalize('NFC')]).toEqual([201, true, true])
    }
  })
})
