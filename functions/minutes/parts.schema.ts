// What minutes have beside their text: versions that take each other's place, who works at them, what came late. Shapes.
import * as z from 'zod'
import { idOf } from '#functions/shared/ids.ts'
import { annexKeys } from './annexes.data.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** An annex of a text, with the number its sentences refer to. */
export const TextAnnex = z.object({ key: z.enum(annexKeys), number: z.string(), title: z.string() })
export type TextAnnex = z.infer<typeof TextAnnex>

/** A number that a person's words name, and which annex bore it when they were written; none, where it has no key. */
export const AnnexRef = TextAnnex.pick({ number: true }).extend({ key: z.enum(annexKeys).optional() })
export type AnnexRef = z.infer<typeof AnnexRef>

/** The record an addendum takes the place of, and why. */
export const Supersedes = z.object({
  recordId: idOf('rec'),
  digest: Hash,
  number: z.string(),
  reason: z.string(),
})
export type Supersedes = z.infer<typeof Supersedes>

/** A sealed version that an addendum was opened to. */
export const EarlierVersion = z.object({
  minutesId: idOf('min'),
  recordId: idOf('rec'),
  digest: Hash,
  number: z.string(),
  sealedAt: z.string(),
})
export type EarlierVersion = z.infer<typeof EarlierVersion>

/** Who has a block open for editing, in which page, until when unless it is renewed. */
export const Editor = z.object({
  block: z.string(),
  page: z.string(),
  sub: z.string(),
  name: z.string(),
  since: z.string(),
  until: z.string(),
})
export type Editor = z.infer<typeof Editor>

/** What was recorded after the signed history ended and would be told of: a task for an addendum. */
export const Late = z.object({ count: z.number(), since: z.string() })
export type Late = z.infer<typeof Late>

/** Whose signature is due: the role, and those who hold it now and have not signed. */
export const SignerDue = z.object({
  role: z.enum(['secretary', 'chair']),
  people: z.array(z.object({ sub: z.string(), name: z.string() })),
})
export type SignerDue = z.infer<typeof SignerDue>
