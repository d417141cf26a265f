// What tests of all routes do to persons, accounts and grants; none of it is the cast's.
import { randomUUID } from 'node:crypto'
import { createUser, disableUser } from '#functions/accounts/pool.ts'
import { personItem } from '#functions/directory/entity.ts'
import { grantItem, grantItems, holderItem } from '#functions/grants/entity.ts'
import type { Touched } from '#functions/grants/rules.ts'
import type { Scope } from '#functions/grants/schema.ts'
import { newId } from '#functions/shared/new-id.ts'
import { accounts } from '#infra/local/accounts.data.ts'
import { host, otherUnit, unit } from './conference.ts'
import { plant } from './plant.ts'
import type { Sample } from './sample.ts'
import type { World } from './world.ts'

const reason = { reason: 'Điều chỉnh hồ sơ' }
const act = { at: '2022-11-20T01:00:00.000Z', by: 'sub-a', ...reason }

/** Query strings cannot name an id made at run time. */
const listed = 'prs_listed'

const subOf = (username: string): string =>
  accounts.find((account) => account.username === username)?.sub ?? ''

type Fields = Partial<Parameters<typeof personItem>[0]>

const makePerson = async ({ ids }: World, name: string, fields: Fields = {}): Promise<void> => {
  const id = fields.id ?? newId('prs')
  ids[name] = id
  await plant([personItem({ id, name: 'Nguyễn Văn A', posts: [], version: 1, ...fields })])
}

const grant = (scope: Scope) => ({
  id: newId('grt'),
  sub: 'sub-listed',
  role: 'observer' as const,
  scope,
  validFrom: '2022-01-01T00:00:00.000Z',
  grantedBy: 't',
})

const makeGrant =
  (scope: (world: World) => Scope) =>
  async (world: World): Promise<void> => {
    const made = grant(scope(world))
    world.ids.grant = made.id
    await plant(grantItems(made))
  }

const makeListed = async (world: World): Promise<void> => {
  await makePerson(world, 'person.listed', { id: listed, sub: 'sub-listed' })
  const made = grant(`conference:${world.ids.draft}` as Scope)
  world.ids['grant.listed'] = made.id
  await plant([grantItem(made)])
}

const makeInvitee = (world: World) => {
  world.ids.username = `moi${randomUUID().slice(0, 8)}`
  return makePerson(world, 'person.invitee')
}

const newUser = async (name: string) => {
  const username = `${name}.${randomUUID().slice(0, 8)}`
  return createUser({ username, email: `${username}@diemcau.example`, name: 'Cán bộ' })
}

const makeMover = async (world: World): Promise<void> => {
  const { sub } = await newUser('chuyen')
  await makePerson(world, 'person.mover', {
    sub,
    posts: [{ unitId: unit, title: 'Cán bộ', from: '2020-01-01' }],
  })
  await plant([holderItem({ sub, personId: world.ids['person.mover'] ?? '', name: 'Cán bộ' })])
  world.ids['account.mover'] = sub
}

/** Everything the samples below name. */
export const makeDirectory = async (world: World): Promise<void> => {
  const { ids } = world
  for (const name of ['edited', 'survivor', 'duplicate', 'mistaken'])
    await makePerson(world, `person.${name}`)
  await makePerson(world, 'person.apart', { merged: { ...act, into: ids['person.survivor'] ?? '' } })
  await makePerson(world, 'person.withdrawn', { withdrawn: act })
  await Promise.all([makeListed(world), makeInvitee(world), makeMover(world)])
  await makeGrant(() => `unit:${unit}`)(world)
  ids['account.invited'] = (await newUser('moi')).sub
  ids['account.leaver'] = subOf('hai-phong')
  ids['account.back'] = subOf('da-nang')
}

const ofPerson = (name: string, more: Sample = {}): Sample => ({ params: { id: `person.${name}` }, ...more })
const ofAccount = (name: string, more: Sample = {}): Sample => ({
  params: { sub: `account.${name}` },
  ...more,
})
const told = { body: () => reason }

const ofDraft = ({ ids }: World): Touched => ({ conference: ids.draft, host })

export const directorySamples: Record<string, Sample[]> = {
  'PUT /api/persons/:id': [ofPerson('edited', { body: () => ({ name: 'Lê Văn D' }), version: 1 })],
  'GET /api/persons/:id/duplicates': [ofPerson('survivor')],
  'POST /api/persons/:id/merge': [
    ofPerson('duplicate', { body: ({ ids }) => ({ into: ids['person.survivor'], ...reason }) }),
  ],
  'POST /api/persons/:id/separate': [ofPerson('apart', told)],
  'POST /api/persons/:id/withdraw': [ofPerson('mistaken', told)],
  'POST /api/persons/:id/restore': [ofPerson('withdrawn', told)],

  'GET /api/grants': [
    { query: '?scope=*' },
    { query: `?scope=unit:${host}`, touches: () => ({ host }) },
    {
      query: `?person=${listed}`,
      touches: ofDraft,
      lists: { ids: ({ items }) => items.map(({ id }) => id), expected: 'grant.listed' },
    },
  ],
  'POST /api/grants/:id/end': [
    { params: { id: 'grant' }, ...told, before: makeGrant(() => `unit:${unit}`) },
    {
      params: { id: 'grant' },
      ...told,
      before: makeGrant(({ ids }) => `conference:${ids.draft}` as Scope),
      touches: ofDraft,
    },
  ],

  'GET /api/accounts': [{}],
  'POST /api/accounts': [
    {
      body: ({ ids }) => ({
        username: ids.username,
        email: `${ids.username}@diemcau.example`,
        personId: ids['person.invitee'],
      }),
      before: makeInvitee,
    },
  ],
  'GET /api/accounts/:sub': [ofAccount('leaver')],
  'POST /api/accounts/:sub/remind': [ofAccount('invited')],
  'POST /api/accounts/:sub/disable': [ofAccount('leaver', told)],
  'POST /api/accounts/:sub/enable': [ofAccount('back', { ...told, before: () => disableUser('da-nang') })],
  'POST /api/accounts/:sub/move': [
    ofAccount('mover', { body: () => ({ from: unit, to: otherUnit, on: '2022-11-24' }), before: makeMover }),
  ],
}
