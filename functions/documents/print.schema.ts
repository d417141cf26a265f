// What is printed, before and after it is put in words: shapes. Templates lay it out and add none but the form's own words.
import * as z from 'zod'
import { ConferenceId } from '#functions/conferences/schema.ts'
import type { MinutesText2 } from '#functions/minutes/text.schema.ts'

export const PrintPath = z.object({ id: ConferenceId })

export const PrintInput = z.strictObject({ format: z.enum(['pdf', 'docx']) })

/** What a printing job is given. */
export const PrintOrder = z.object({ conferenceId: z.string() })

/** A part that is ours, lies under its digest and is too large to be looked through again. */
const asWritten = <K extends keyof MinutesText2>() => z.custom<MinutesText2[K]>(() => true)

/** The text of minutes as far as it is printed: frozen, of either format, or a draft as it stands. */
export const PrintedText = z.object({
  format: z.enum(['diemcau-minutes/1', 'diemcau-minutes/2']),
  kind: z.enum(['conference', 'historical', 'addendum']).default('conference'),
  /** A draft has none until it is submitted; a past conference may have none at all. */
  number: z.object({ text: z.string() }).optional(),
  supersedes: z.object({ number: z.string(), reason: z.string() }).optional(),
  conference: z.object({
    title: z.array(z.string()),
    hostUnitId: z.string(),
    startsAt: z.string(),
    startedAt: z.string().optional(),
    closedAt: z.string().optional(),
  }),
  /** `superior` is the agency above, where the host's head on paper names one. */
  units: z.array(z.object({ id: z.string(), name: z.string(), superior: z.string().optional() })),
  chairs: z.array(z.string()).default([]),
  secretaries: z.array(z.string()).default([]),
  blocks: z.array(z.object({ kind: z.string(), text: z.string() })),
  attendance: asWritten<'attendance'>().default([]),
  contributions: asWritten<'contributions'>().default([]),
  turns: asWritten<'turns'>().default([]),
  outcomes: asWritten<'outcomes'>().default({
    directives: [],
    commendations: [],
    figures: [],
    citations: [],
  }),
  disagreements: asWritten<'disagreements'>().default([]),
  annexes: asWritten<'annexes'>().optional(),
  horizon: z.object({ until: z.string() }).optional(),
})
export type PrintedText = z.infer<typeof PrintedText>

/** A cell; `small` stands beneath in small print. */
export type Cell = string | { text: string; small: string }

export type Column = {
  header: string
  /** Its share of the table's width. */
  width: number
  centred: boolean
}

export type Section = { heading: string | null; rows: Cell[][] }

export type Annex = {
  /** `Phụ lục I`. */
  label: string
  /** In capitals. */
  title: string
  /** What part of the whole this is, where it comes in several files. */
  part: string | null
  /** `(Kèm theo Biên bản số …)`. */
  note: string
  paragraphs: string[]
  columns: Column[]
  sections: Section[]
}

export type Signatory = { name: string; signed: string | null }
export type SignatureSide = { label: string; people: Signatory[] }

export type PrintModel = {
  meta: {
    title: string
    author: string
    /** UTC, as PDF metadata has it. */
    date: { year: number; month: number; day: number; hour: number; minute: number; second: number }
  }
  /** Nobody has signed it yet: every page says so. */
  draft: boolean
  /** Whether the body is printed: without it the file holds annexes alone. */
  head: boolean
  superior: string | null
  agency: string
  number: string
  heading: string
  title: string[]
  body: string[]
  left: SignatureSide
  right: SignatureSide
  recipients: string[]
  /** Small print beneath the signatures: hashes. */
  proofs: string[]
  annexes: Annex[]
}
