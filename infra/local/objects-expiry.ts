// Lets go of passing objects as S3's lifecycle rules do: by the machine's own time, for that is when they were put.
import type { WholeStore } from '#infra/local/objects-store.ts'

export type Expiry = { prefix: string; days: number }

const dayMs = 24 * 3600 * 1000

/** @returns how many objects went */
export const expire = async (
  store: WholeStore,
  bucket: string,
  rules: readonly Expiry[],
  at: Date,
): Promise<number> => {
  let gone = 0
  for (const { prefix, days } of rules) {
    const { objects } = await store.listObjects(bucket, { prefix })
    for (const { key, lastModifiedDate } of objects) {
      if (lastModifiedDate.getTime() + days * dayMs > at.getTime()) continue
      await store.deleteObject(bucket, key)
      gone += 1
    }
  }
  return gone
}
