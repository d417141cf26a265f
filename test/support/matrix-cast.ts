// Everybody the permission matrix asks: each role over what a route touches, over another of its kind, and out of force.
import { randomUUID } from 'node:crypto'
import { grantItem, holderItem } from '#functions/grants/entity.ts'
import { conferenceRoles } from '#functions/grants/roles.data.ts'
import { type Grant, type Holder, Role, type Scope } from '#functions/grants/schema.ts'
import { newId } from '#functions/shared/new-id.ts'
import type { Client } from './api.ts'
import { host, otherUnit, unit } from './conference.ts'
import { plant } from './plant.ts'
import { uninvited, type World } from './world.ts'

type Held = [Role, Scope]
/** Whoever asks. `held` is what is in force of what they were given: the expectation is computed from it. */
export type Account = {
  name: string
  client: Client
  held: Held[]
  /** The account is disabled: nothing at all is answered to it. */
  left?: true
}

const always = '1900-01-01T00:00:00.000Z'
const elsewhere = 'conference:cnf_01GJH00000000000000000000Z'
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString()
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString()

const ofUnits: [string, Held][] = [
  ['administrator', ['administrator', '*']],
  ['archivist', ['archivist', '*']],
  ['secretariat of the host', ['secretariat', `unit:${host}`]],
  ['secretariat of an invited unit', ['secretariat', `unit:${unit}`]],
  ['observer of the host', ['observer', `unit:${host}`]],
  ['observer of an invited unit', ['observer', `unit:${unit}`]],
  ['operator of the point', ['operator', `unit:${unit}`]],
  ['operator of another province', ['operator', `unit:${otherUnit}`]],
  ['operator of no point', ['operator', `unit:${uninvited}`]],
]

/** Every role everywhere it could matter, but none of it in force. */
const outOfForce = async (
  world: World,
  span: Pick<Grant, 'validFrom' | 'validTo' | 'ended'>,
  disabled?: Holder['disabled'],
): Promise<Client> => {
  const [sub, personId] = [randomUUID(), newId('prs')]
  const scopes = ['*', `unit:${host}`, `unit:${unit}`, `conference:${world.ids.session}`] as Scope[]
  const items = Role.options.flatMap((role) =>
    scopes.map((scope) =>
      grantItem({ id: newId('grt'), sub, personId, role, scope, ...span, grantedBy: 't' }),
    ),
  )
  await plant([holderItem({ sub, personId, name: 'Cán bộ', disabled }), ...items])
  return world.home.as(sub, personId)
}

/** The cast of a world. */
export const matrixCast = async (world: World): Promise<Account[]> => {
  const { home, ids } = world
  const here = Object.values(ids)
    .filter((id) => id.startsWith('cnf_'))
    .map((id): Scope => `conference:${id}`)
  const made: Account[] = []
  const add = async (name: string, held: Held[]) =>
    made.push({ name, held, client: await home.somebody(...held) })
  for (const [name, held] of ofUnits) await add(name, [held])
  for (const role of conferenceRoles) {
    await add(
      `${role} of the conference`,
      here.map((scope) => [role, scope]),
    )
    await add(`${role} of another conference`, [[role, elsewhere]])
  }
  await add('nobody', [])
  const ended = await outOfForce(world, { validFrom: always, validTo: yesterday() })
  const early = await outOfForce(world, { validFrom: inAWeek() })
  const left = { at: yesterday(), by: 't', reason: 'Nghỉ hưu' }
  const over = await outOfForce(world, { validFrom: always, validTo: yesterday(), ended: left })
  const disabled = await outOfForce(world, { validFrom: always }, left)
  const author = here.map((scope): Held => ['contributor', scope])
  return [
    ...made,
    { name: 'an expired grant of every role', client: ended, held: [] },
    { name: 'a leaver, every role ended', client: over, held: [] },
    { name: 'a leaver, the account disabled', client: disabled, held: [], left: true },
    { name: 'everything from next week', client: early, held: [] },
    { name: 'the author', client: world.contributor, held: author },
  ]
}
