// Which queries show what a message told of without carrying it. Pure.
import type { ToldItem } from '#functions/live/messages.schema.ts'

/** Of keys `['conference', id, noun, …]`: lists that count or compare many points' rolls, contributions. */
const nouns: Record<ToldItem['kind'], readonly string[]> = {
  conference: ['itself'],
  agenda: ['itself', 'agenda'],
  floor: ['floor'],
  'floor-request': ['floor'],
  contribution: ['contribution'],
  point: ['answers'],
  roll: ['disagreement'],
  link: [],
  faults: [],
  room: ['room'],
}

/**
 * Whether a query shows what an item of this kind says: it names the item, or its noun begins with one that counts it.
 * @param key of a query @param point the point whose topic told it, if any
 */
export const showsItem = (
  key: readonly unknown[],
  conferenceId: string,
  { kind, id }: Pick<ToldItem, 'kind' | 'id'>,
  point?: string,
): boolean => {
  const [root, of, noun, ...rest] = key
  if (root !== 'conference' || of !== conferenceId || typeof noun !== 'string') return false
  if (rest.includes(id) || (kind !== 'contribution' && point !== undefined && rest.includes(point)))
    return true
  return nouns[kind].some((begin) => noun.startsWith(begin))
}
