// Sealing the record of a past conference over HTTP: in the function that reaches the key.
import { Hono } from 'hono'
import { Seal } from '#functions/minutes/schema.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { ImportPath } from './schema.ts'
import { sealImport } from './seal-import.ts'

export const importSeals = new Hono<Env>().post(
  '/:id/seal',
  doc({
    act: 'import:seal',
    summary: 'Attest and seal what was entered, signed in within the last five minutes; or complete a seal',
    answer: Seal,
  }),
  valid('param', ImportPath),
  nothing,
  async (c) => {
    const { id } = c.req.valid('param')
    return c.json(
      await once(
        c,
        (actor) => sealImport(actor, id),
        () => sealImport(c.var.actor, id), // a seal that broke off after its claim was kept goes on here
      ),
    )
  },
)
