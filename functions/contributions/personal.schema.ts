// What a delegate hands in by a personal link: shapes.
import * as z from 'zod'
import { line, paragraphs } from '#functions/shared/text.ts'
import { Kind } from './schema.ts'

const text = { title: line(1000), text: paragraphs(100_000) }

export const OwnContribution = z.strictObject({
  kind: Kind.exclude(['opinion']).default('contribution'),
  ...text,
})
export type OwnContribution = z.infer<typeof OwnContribution>

export const OwnText = z.strictObject(text)
