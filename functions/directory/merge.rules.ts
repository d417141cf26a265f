// Two entries found to be one person: what the one that stays gains, and how that is taken back. Pure.
import { Problem } from '#functions/shared/problem.ts'
import { heldParts, type Person } from './stored.schema.ts'

type Act = { at: string; by: string; reason: string }

const fillable = ['name', ...heldParts, 'sub'] as const

const same = (a: object, b: object): boolean => {
  const plain = (entry: object) => JSON.stringify(Object.entries({ ...entry, via: undefined }).toSorted())
  return plain(a) === plain(b)
}

const joined = <T extends object>(own: readonly T[], others: readonly T[], via: string): T[] => [
  ...own,
  ...others.filter((other) => !own.some((entry) => same(entry, other))).map((other) => ({ ...other, via })),
]

/** @throws Problem `person-withdrawn`, `person-merged` */
export const expectStanding = ({ withdrawn, merged }: Person): void => {
  if (withdrawn) throw new Problem('person-withdrawn')
  if (merged) throw new Problem('person-merged')
}

/**
 * The duplicate points to the entry that stays; that one gains posts, ranks and titles, and the parts it lacked, an
 * account among them, each marked with where it came from.
 * @throws Problem `account-linked` when both have an account
 */
export const mergePersons = (
  duplicate: Person,
  survivor: Person,
  act: Act,
): { duplicate: Person; survivor: Person } => {
  for (const person of [duplicate, survivor]) expectStanding(person)
  if (duplicate.sub && survivor.sub) throw new Problem('account-linked')
  const lacking = fillable.filter((part) => duplicate[part] !== undefined && survivor[part] === undefined)
  const taken = Object.fromEntries(lacking.map((part) => [part, duplicate[part]]))
  const filled = { ...survivor.filled, ...Object.fromEntries(lacking.map((part) => [part, duplicate.id])) }
  return {
    duplicate: { ...duplicate, merged: { ...act, into: survivor.id }, version: duplicate.version + 1 },
    survivor: {
      ...survivor,
      ...taken,
      filled,
      posts: joined(survivor.posts, duplicate.posts, duplicate.id),
      held: joined(survivor.held, duplicate.held, duplicate.id),
      version: survivor.version + 1,
    },
  }
}

const without = (survivor: Person, id: string): Person => {
  const gone = fillable.filter((part) => survivor.filled?.[part] === id)
  const kept = Object.entries(survivor).filter(([part]) => !(gone as readonly string[]).includes(part))
  const filled = Object.fromEntries(Object.entries(survivor.filled ?? {}).filter(([, via]) => via !== id))
  return { ...(Object.fromEntries(kept) as Person), filled }
}

/**
 * Takes a merge back: the duplicate stands by itself again, with all it had; what came with it leaves the other.
 * @throws Problem `person-separate` when it is merged with nobody; `person-merged` when the other was merged on since
 */
export const separatePersons = (
  duplicate: Person,
  survivor: Person,
): { duplicate: Person; survivor: Person } => {
  if (duplicate.merged?.into !== survivor.id) throw new Problem('person-separate')
  if (survivor.merged) throw new Problem('person-merged')
  const { merged: _, ...restored } = duplicate
  const left = without(survivor, duplicate.id)
  const own = <T extends { via?: string | undefined }>(entries: readonly T[]) =>
    entries.filter(({ via }) => via !== duplicate.id)
  return {
    duplicate: { ...restored, version: duplicate.version + 1 },
    survivor: { ...left, posts: own(left.posts), held: own(left.held), version: survivor.version + 1 },
  }
}

/** The entry as edited: what came with a duplicate and still stands keeps its mark. */
export const editedPerson = (current: Person, input: Omit<Person, 'id' | 'version'>): Person => {
  const { id, sub, version } = current
  const marked = <T extends object>(
    entries: readonly T[],
    before: readonly (T & { via?: string | undefined })[],
  ) => entries.map((entry) => ({ ...entry, via: before.find((earlier) => same(earlier, entry))?.via }))
  const stays = (part: string) => part === 'sub' || current[part as 'name'] === input[part as 'name']
  const filled = Object.entries(current.filled ?? {}).filter(([part]) => stays(part))
  return {
    ...input,
    id,
    ...(sub ? { sub } : {}),
    ...(filled.length > 0 ? { filled: Object.fromEntries(filled) } : {}),
    held: marked(input.held, current.held),
    posts: marked(input.posts, current.posts),
    version: version + 1,
  }
}
