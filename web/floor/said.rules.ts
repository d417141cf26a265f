// Who speaks, as a screen says it: the rank and the name, the office below; an office alone stands first. Pure.
import type { Speaker } from '#functions/floor/schema.ts'

/** `who` in parts: a line may break between rank and name, not within a name. */
type Said = { who: string[]; office?: string }

export const saidOf = ({ rank, name, position, display }: Speaker): Said => {
  if (!name) return { who: [position ?? display] }
  const who = rank ? [rank, name] : [name]
  return position ? { who, office: position } : { who }
}
