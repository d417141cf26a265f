// Completes seals that broke off once their record hung on the chain, when nobody comes to repeat them.
import { systemActor } from '#functions/shared/actor.ts'
import { completeEntry } from './complete-seal.ts'
import { loadHead } from './entity.ts'

/**
 * Indexes, attests and publishes what was appended and not brought to its end. Nothing is decided here: who may seal was asked
 * before the record was appended. For the one function that may use the key.
 * @returns the number of the entry up to which the chain is whole
 */
export const completeSeals = async (requestId: string): Promise<number> => {
  const { version } = await loadHead()
  await completeEntry(systemActor('complete-seals', requestId), version)
  return version
}
