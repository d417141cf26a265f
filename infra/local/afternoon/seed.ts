// What a new home begins with: units, the demo accounts with their roles, and the afternoon's conference, scheduled.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { handler as bootstrap } from '#functions/bootstrap.lambda.ts'
import { type Account, accounts } from '../accounts.data.ts'
import { writeOwnFile } from '../own-file.ts'
import { type Desk, takeSeat } from './desk.ts'
import {
  centreContacts,
  centreDelegation,
  chairPerson,
  conference,
  delegatePerson,
  delegationOf,
  host,
  sites,
} from './facts.data.ts'
import { loadedMark } from './loaded.ts'
import { archivistPerson, secretaryPerson } from './staff.data.ts'

/** Who is known by more than a position. */
const known: Partial<Record<Account['role'], object>> = {
  chair: chairPerson,
  secretariat: secretaryPerson,
  archivist: archivistPerson,
  contributor: delegatePerson,
}

/** Roles held over a unit from the start; those of the chair, the secretary and the delegate come with their conference. */
const standing: Partial<Record<Account['role'], (unit: string) => string>> = {
  secretariat: (unit) => `unit:${unit}`,
  operator: (unit) => `unit:${unit}`,
  archivist: () => '*',
}

/** Requests under way at once: more would only queue in the engine. */
const atOnce = 8

/** Does the same for many, a few at a time, in order of the list. */
export const forEach = async <T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> => {
  const queue = [...items]
  const work = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

const enter = async (administrator: Desk, { username, sub, name, role, unit }: Account): Promise<void> => {
  const identity = known[role] ?? { stateTitle: name }
  const { id } = await administrator.post<{ id: string }>('/persons', identity, `seed person ${username}`)
  await administrator.post(`/persons/${id}/account`, { sub }, `seed account ${username}`)
  const scope = standing[role]?.(unit)
  if (scope) await administrator.post('/grants', { personId: id, role, scope }, `seed grant ${username}`)
}

const administrator = accounts.find(({ role }) => role === 'administrator')

/** The bootstrap command, which every new home begins with. */
const bootstrapped = async (): Promise<void> => {
  if (!administrator) throw new Error('The demo accounts lack an administrator.')
  const { sub, name } = administrator
  await bootstrap({ sub, name }, { awsRequestId: 'seed' } as never)
}

/** Units, persons, accounts and standing roles, through the bootstrap command and then the public API. */
export const seedAccounts = async (origin: string): Promise<void> => {
  if (!administrator) throw new Error('The demo accounts lack an administrator.')
  await bootstrapped()
  const desk = await takeSeat(origin, administrator.username)
  await forEach(
    accounts.filter((account) => account !== administrator),
    (account) => enter(desk, account),
  )
}

const personOf = async (desk: Desk, name: string): Promise<string> => {
  const { items } = await desk.get<{ items: { id: string }[] }>(
    `/persons?q=${encodeURIComponent(name)}&limit=1`,
  )
  const id = items[0]?.id
  if (!id) throw new Error(`Nobody in the directory is ${name}.`)
  return id
}

/** Drafts the conference, invites its points, enters the two reported delegations, names chair, secretary and delegate. */
export const prepareConference = async (origin: string): Promise<{ id: string; secretary: Desk }> => {
  const secretary = await takeSeat(origin, 'thuky')
  const chair = await personOf(secretary, chairPerson.name)
  const clerk = await personOf(secretary, secretaryPerson.name)
  const leader = await personOf(secretary, delegatePerson.name)
  const draft = { ...conference, chairs: [chair], secretary: clerk }
  const { id } = await secretary.post<{ id: string }>('/conferences', draft, 'seed conference')
  const give = (role: string, personId: string) =>
    secretary.post('/grants', { personId, role, scope: `conference:${id}` }, `seed ${role}`)
  await give('chair', chair)
  await give('secretary', clerk)
  await give('contributor', leader)
  const points = `/conferences/${id}/bridge-points`
  await secretary.post(points, { unitIds: sites.map(({ unitId }) => unitId) }, 'seed sites')
  await secretary.post(points, { unitIds: [host], kind: 'central' }, 'seed centre')
  await secretary.post(
    `${points}/${host.replace('unt_', 'bpt_')}/delegates`,
    { delegates: centreDelegation },
    'seed centre delegation',
  )
  await secretary.putFirst(`/conferences/${id}/technical`, { centre: centreContacts })
  await forEach(sites, (site) =>
    secretary.post(
      `${points}/${site.pointId}/delegates`,
      { delegates: delegationOf(site, leader) },
      `seed delegation ${site.unitId}`,
    ),
  )
  return { id, secretary }
}

/** Goes up with what the bootstrap command does for the records of homes that there are. */
const edition = '4'

/** A home of an earlier edition gets what later ones begin with: new units, and indexes over what it has. */
const bringUpToDate = async (data: string): Promise<void> => {
  const mark = join(data, 'edition')
  if (existsSync(mark) && readFileSync(mark, 'utf8').trim() === edition) return
  await bootstrapped()
  writeOwnFile(mark, `${edition}\n`)
}

/** Loads a new home once; a start that died half way goes on where it was, for each act has its key. */
export const seedOnce = async (origin: string, data: string): Promise<void> => {
  const mark = loadedMark(data)
  if (existsSync(mark)) return bringUpToDate(data)
  await seedAccounts(origin)
  const { id, secretary } = await prepareConference(origin)
  await secretary.post(`/conferences/${id}/schedule`, {}, 'seed schedule')
  writeOwnFile(join(data, 'edition'), `${edition}\n`)
  writeOwnFile(mark, `${id}\n`)
}
