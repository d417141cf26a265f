// What the live channel says, and where: absolute state with versions, never changes. Of two messages about one item
// the greater version holds, so loss, repetition and disorder are harmless.
import * as z from 'zod'
import { BoardTotals } from '#functions/bridge-points/board.schema.ts'
import { BoardLine } from '#functions/bridge-points/schema.ts'
import { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import { Conference } from '#functions/conferences/schema.ts'
import { Floor, FloorRequest } from '#functions/floor/schema.ts'

/** The conference as it is answered; its agenda is told of by itself. */
export const ConferenceTold = Conference.omit({ agenda: true, agendaVersion: true })
export type ConferenceTold = z.infer<typeof ConferenceTold>

/** The agenda as the conference's answer has it; its version is `agendaVersion` there. */
export const AgendaTold = z.object({ agenda: z.array(AgendaItem) })
export type AgendaTold = z.infer<typeof AgendaTold>

const seen = { id: z.string(), version: z.number() }
const itself = <K extends string, V extends z.ZodType>(kind: K, value: V) =>
  z.object({ kind: z.literal(kind), ...seen, value: value.optional() })

/**
 * One item as it now is. Without `value` (always so of what not every reader of the topic may read, and of what is too
 * large for a message) it only tells that the item has this version: whoever shows it asks for it anew.
 */
export const ToldItem = z.discriminatedUnion('kind', [
  itself('conference', ConferenceTold),
  itself('agenda', AgendaTold),
  itself('floor', Floor),
  itself('floor-request', FloorRequest),
  // `id` is the contribution's on its unit's point, the conference's of its room; of the others the point's.
  z.object({ kind: z.enum(['contribution', 'point', 'roll', 'link', 'faults', 'room']), ...seen }),
])
export type ToldItem = z.infer<typeof ToldItem>

/** On `…/floor`, `…/agenda` (the conference too) and `…/points/{point}`. */
export const Told = z.object({ items: z.array(ToldItem) })
export type Told = z.infer<typeof Told>

/** Instead of provinces' names: what changed is not told row by row, whoever shows the board asks for it. */
export const everyProvince = '*'

/** On `…/board`: which snapshot is the newest, its totals, and the provinces whose rows it changed. */
export const BoardTold = z.object({
  number: z.number(),
  builtAt: z.string(),
  totals: BoardTotals,
  provinces: z.array(z.string()),
})
export type BoardTold = z.infer<typeof BoardTold>

/**
 * On `…/board/{province}`: rows that snapshot changed, as they now are, and points it no longer has. A province with
 * much to tell sends several of one number: `part` of `parts`, from 1.
 */
export const BoardRowsTold = z.object({
  number: z.number(),
  builtAt: z.string(),
  part: z.number(),
  parts: z.number(),
  items: z.array(BoardLine),
  gone: z.array(z.string()).optional(),
})
export type BoardRowsTold = z.infer<typeof BoardRowsTold>

/** The most a message may have: the channel takes 128 KB and meters each 5 KB. */
export const messageBytes = 120_000

/** Where points stand that belong to no province: the centre, ministry departments, units the register lost. */
export const noProvince = 'centre'

/** Filters end in `+` where any will do. */
export const topicsOf = (conferenceId: string) => ({
  floor: `conferences/${conferenceId}/floor`,
  agenda: `conferences/${conferenceId}/agenda`,
  board: `conferences/${conferenceId}/board`,
  rows: (province: string) => `conferences/${conferenceId}/board/${province}`,
  point: (pointId: string) => `conferences/${conferenceId}/points/${pointId}`,
})

const clientId = /^(?<conferenceId>cnf_[0-9A-Z]{26})[.](?<sub>.{1,64})[.](?<page>[\w-]{1,36})$/

/**
 * What a page connects as: its conference, the account of the access token it connects with (nobody connects as
 * another), and the page's own id, the same for as long as the page is open.
 */
export const clientIdOf = (parts: { conferenceId: string; sub: string; page: string }): string =>
  `${parts.conferenceId}.${parts.sub}.${parts.page}`

/** Undefined for what no page of ours connects as. */
export const partsOfClientId = (id: string) =>
  clientId.exec(id)?.groups as { conferenceId: string; sub: string; page: string } | undefined
