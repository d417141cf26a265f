// The one table's definition, shared by the data stack and the local engine.

/** Keys and indexes of the records table. `ttl` holds epoch seconds; readers still filter, for TTL deletes within days. */
export const records = {
  partitionKey: 'pk',
  sortKey: 'sk',
  ttl: 'ttl',
  indexes: [
    { name: 'byOne', partitionKey: 'gsi1pk', sortKey: 'gsi1sk' },
    { name: 'byTwo', partitionKey: 'gsi2pk', sortKey: 'gsi2sk' },
  ],
} as const

/** Keys of the table of snapshots: what is in it can be built again from the records. */
export const snapshots = { partitionKey: 'pk', sortKey: 'sk' } as const

/** Keys of the table of what opens seats in meetings: secrets that end with their meeting. */
export const credentials = { partitionKey: 'pk', sortKey: 'sk', ttl: 'ttl' } as const
