// Whom a conference names: the shape in which a person stands in its records.
import * as z from 'zod'
import { later } from '#functions/shared/later.ts'

/** A person as titled on the day of the conference: records keep saying it so, whatever the person becomes later. */
export const Titled = later(() => z.object({ personId: z.string(), display: z.string() }))
export type Titled = z.infer<typeof Titled>
