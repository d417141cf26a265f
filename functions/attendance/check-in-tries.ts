// Counts the codes a delegate tries, one item each that goes by itself: no guess is looked at that was not counted.
import { pointPartition } from '#functions/bridge-points/point-key.rules.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { type Key, load, type Operation, tableName } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { Tries, triesEnd, withTry } from './tries.rules.ts'

type Place = { conferenceId: string; pointId: string; delegateId: string }

export const triesKey = ({ conferenceId, pointId, delegateId }: Place): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: `CHECKIN-TRIES#${delegateId}`,
})

/** Over the version read, or over one that has run out and only waits to be taken away. */
const putTries = (key: Key, tries: Tries, at: Date): Operation => ({
  Put: {
    TableName: tableName(),
    Item: { ...key, ...tries, type: 'check-in-tries', ttl: triesEnd(tries) },
    ConditionExpression: 'attribute_not_exists(pk) OR #ttl < :now OR #version = :previous',
    ExpressionAttributeNames: { '#ttl': 'ttl', '#version': 'version' },
    ExpressionAttributeValues: {
      ':now': Math.ceil(at.getTime() / 1000),
      ':previous': tries.version - 1,
    },
  },
})

/**
 * Guesses that come at once are counted one after another.
 * @throws Problem `check-in-tries` once there were too many
 */
export const countTry = (actor: Actor, place: Place): Promise<void> =>
  persisting(async () => {
    const key = triesKey(place)
    const at = now()
    const next = withTry(await load(key, Tries), at.toISOString())
    await write(withoutClaim(actor), place.delegateId, putTries(key, next, at))
  })
