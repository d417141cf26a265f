// The checkpoints, for anybody: whoever keeps one can tell later whether the chain was cut or changed.
import type { DayCheckpoint } from './checkpoint.schema.ts'
import { loadCheckpoints } from './checkpoint-entity.ts'

/** Newest first, at most 100. @param before only of earlier days */
export const listCheckpoints = (before?: string): Promise<DayCheckpoint[]> => loadCheckpoints(before)
