// One sentence of the minutes with what it rests on. Final: sealed records hold it.
import * as z from 'zod'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * What more than 20 events are cited by: which they are (`query`, a name of our own such as `roll-calls`), up to when
 * (`horizon`, UTC instant), how many, and the SHA-256 of their ids in ascending order joined by line feeds.
 */
export const Evidence = z.object({ query: z.string(), horizon: z.string(), count: z.number(), digest: Hash })
export type Evidence = z.infer<typeof Evidence>

/**
 * One sentence of fact with what it rests on: events by id, evidence where they are many. Of several sentences that an
 * editor made one, all that each rested on.
 */
export const Sentence = z.object({
  text: z.string(),
  /** It begins on a line of its own; the others follow after a blank. */
  line: z.literal(true).optional(),
  events: z.array(z.string()),
  evidence: z.array(Evidence).default([]),
  /** The secretary changed the compiled words; what they rest on stays. */
  edited: z.literal(true).optional(),
  /** The secretary's own: no compiled sentence stood here, and it rests on nothing but what the secretary cites. */
  added: z.literal(true).optional(),
  /** Of a past conference: which of its sources say so, by id. */
  sources: z.array(z.string()).optional(),
})
export type Sentence = z.infer<typeof Sentence>
