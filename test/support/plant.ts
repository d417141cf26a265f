// Puts items straight into the table for a test to begin from, whatever manners stand in the way.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { database, type Item, putNew } from '#functions/shared/table.ts'

const passing = new Set(['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

const isPassing = (error: unknown) =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).every(({ Code }) => passing.has(Code ?? 'None'))

/** All of them, in one transaction that is tried until it goes through. */
export const plant = async (items: Item[]): Promise<void> => {
  const command = new TransactWriteCommand({ TransactItems: items.map(putNew) })
  for (;;) {
    try {
      await database().send(command)
      return
    } catch (error) {
      if (!isPassing(error)) throw error
    }
  }
}
