// Whose voice a receiver hears: the loudest, changed only for one who is clearly louder and not too often.

export type Voice = {
  /** The usual level in −dBov: 0 is the loudest, 127 silence. */
  readonly level: number
}

const clearlyLouder = 6
const holdMs = 500

export type Held<V extends Voice> = { voice: V; since: number }

/**
 * @param held whom the receiver hears now
 * @param voices who may be heard by them now, in any order
 * @returns whom they hear from now on
 */
export const chooseVoice = <V extends Voice>(
  held: Held<V> | undefined,
  voices: readonly V[],
  now: number,
): Held<V> | undefined => {
  let best: V | undefined
  for (const voice of voices) if (!best || voice.level < best.level) best = voice
  if (!best) return undefined
  if (!held || !voices.includes(held.voice)) return { voice: best, since: now }
  if (best === held.voice || now - held.since < holdMs) return held
  return held.voice.level - best.level >= clearlyLouder ? { voice: best, since: now } : held
}
