// One item's write outside a transaction, for what no log needs: tried again while a transaction holds the item.
import { setTimeout as pause } from 'node:timers/promises'

const tries = 8
const firstWaitMs = 10

/** @param send sends the command; it is sent again after a TransactionConflictException, which changed nothing */
export const single = async <T>(send: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      const isHeld = error instanceof Error && error.name === 'TransactionConflictException'
      if (!isHeld || attempt === tries) throw error
      await pause(Math.random() * firstWaitMs * 2 ** attempt)
    }
  }
}
