// What is asked of the search and what it answers: shapes.
import * as z from 'zod'
import { RecordHead } from '#functions/archive/schema.ts'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { ContributionId, ContributionState } from '#functions/contributions/schema.ts'
import { namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { kinds } from './kinds.data.ts'

export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

export const SearchQuery = z.strictObject({
  /** Words in any spelling, phrases in quotes; the last word may be unfinished. Nothing in it is syntax but the quotes. */
  q: line(300).optional(),
  /** From this start of a conference (included) … */
  from: Instant.optional(),
  /** … to this one (not included). */
  to: Instant.optional(),
  /** Took part, or wrote the contribution. */
  unit: namedIdOf('unt').optional(),
  /** Units are found by those they came from and those that carried them on, too. */
  related: z.stringbool().default(true),
  chair: namedIdOf('prs').optional(),
  kind: Kind.optional(),
  classification: z.enum(['public', 'internal']).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(2000).optional(),
})
export type SearchQuery = z.infer<typeof SearchQuery>

/** Text with the places that answer the query, in UTF-16 code units: from (included), to (not included). */
export const Marked = z.object({ text: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) })
export type Marked = z.infer<typeof Marked>

export const Snippet = Marked.extend({ field: z.enum(['people', 'units', 'body']) })
export type Snippet = z.infer<typeof Snippet>

const Held = RecordHead.pick({
  conferenceId: true,
  number: true,
  hostUnitId: true,
  classification: true,
  startsAt: true,
  datePrecision: true,
})

/** What the index keeps of a document besides its words. */
export const Head = Held.extend({
  conferenceId: ConferenceId,
  kind: Kind,
  id: z.string(),
  /** The conference's title; empty where no document gives one. */
  conferenceTitle: z.array(z.string()),
  hostName: z.string(),
  /** The record; missing of a contribution whose conference is not sealed yet. */
  recordId: z.string().optional(),
  sealedAt: z.string().optional(),
  /** The record that took its place. */
  supersededBy: z.string().optional(),
  contribution: z
    .object({ id: ContributionId, author: z.string(), unitName: z.string(), state: ContributionState })
    .optional(),
})
export type Head = z.infer<typeof Head>

export const Hit = Head.extend({ title: Marked, snippets: z.array(Snippet) })
export type Hit = z.infer<typeof Hit>

/** A unit the query names, and the others that are searched for with it. */
export const AlsoSought = z.object({ name: z.string(), as: z.array(z.string()) })
export type AlsoSought = z.infer<typeof AlsoSought>

export const Found = z.object({
  items: z.array(Hit),
  cursor: z.string().optional(),
  total: z.number(),
  /** Whatever kind was asked for. */
  byKind: z.record(Kind, z.number()),
  /** Civil years of the conferences, newest first; `unknown` where no document says. */
  byYear: z.array(z.object({ year: z.string(), count: z.number() })),
  also: z.array(AlsoSought),
  /** Nothing has the words side by side: these have them anywhere. */
  loosened: z.boolean(),
})
export type Found = z.infer<typeof Found>
