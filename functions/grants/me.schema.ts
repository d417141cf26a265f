// Who one is: the shape of /me, apart because it knows the directory and every cold start reads grants.
import * as z from 'zod'
import { ShownPerson } from '#functions/directory/persons.schema.ts'

/** What the signed-in person is and may do now. */
export const Me = z.object({
  sub: z.string(),
  name: z.string(),
  person: ShownPerson.optional(),
  grants: z.array(
    z.object({ role: z.string(), scope: z.string(), validFrom: z.string(), validTo: z.string().optional() }),
  ),
})
