// Build a board as its queue has it built: whoever was overtaken is sent again.
import { Overtaken } from '#functions/bridge-points/board-snapshot.ts'

/** What a builder's queue does: whoever was overtaken, be it by an injected conflict, is sent again. */
export const insisting = async <T>(act: () => Promise<T>): Promise<T> => {
  for (;;)
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
    }
}
