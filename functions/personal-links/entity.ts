// Personal links in the table, one a delegate, in their point's partition; and the sealed words that open one.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { pointPartition } from '#functions/bridge-points/point-key.rules.ts'
import { Problem } from '#functions/shared/problem.ts'
import { houseSecret } from '#functions/shared/secret.ts'
import { type Item, type Key, load } from '#functions/shared/table.ts'
import { PersonalLink } from './schema.ts'

type Place = Pick<PersonalLink, 'conferenceId' | 'pointId' | 'delegateId'>

const linkKey = ({ conferenceId, pointId, delegateId }: Place): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: `PERSONAL-LINK#${delegateId}`,
})

export const linkItem = (link: PersonalLink): Item & { version: number } => ({
  ...link,
  ...linkKey(link),
  type: 'personal-link',
})

export const findLink = (place: Place): Promise<PersonalLink | undefined> =>
  load(linkKey(place), PersonalLink)

const sealOf = async (payload: string): Promise<Buffer> =>
  createHmac('sha256', await houseSecret('personal-link'))
    .update(payload)
    .digest()

/** What opens a link: whose it is and which issue, sealed by the house. It is a credential: never log or store it. */
export const sealLink = async ({
  conferenceId,
  pointId,
  delegateId,
  issue,
}: PersonalLink): Promise<string> => {
  const payload = Buffer.from([conferenceId, pointId, delegateId, issue].join(' ')).toString('base64url')
  return `${payload}.${(await sealOf(payload)).toString('base64url')}`
}

/** Whose link it is. @throws Problem `link-invalid`: not ours, changed, or revoked since */
export const openLink = async (sealed: string): Promise<PersonalLink> => {
  const [payload = '', seal = '', ...more] = sealed.split('.')
  const [given, right] = [Buffer.from(seal, 'base64url'), await sealOf(payload)]
  if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right))
    throw new Problem('link-invalid')
  const [conferenceId = '', pointId = '', delegateId = '', issue] = Buffer.from(payload, 'base64url')
    .toString()
    .split(' ')
  const link = await findLink({ conferenceId, pointId, delegateId })
  if (!link || link.revoked || String(link.issue) !== issue) throw new Problem('link-invalid')
  return link
}
