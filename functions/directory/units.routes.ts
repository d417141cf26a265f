// Units over HTTP: found by any name of any time, changed over time, in and out as tables.
import { Hono } from 'hono'
import * as z from 'zod'
import { Accepted, accepted } from '#functions/shared/accepted.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { pageOf } from '#functions/shared/cursor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { civilDay } from '#functions/shared/time.ts'
import { valid } from '#functions/shared/valid.ts'
import { etag, ifMatch } from '#functions/shared/version.ts'
import { reloading } from '#functions/shared/write.ts'
import { absorbUnits, correctUnit, endUnit, enterUnit, moveUnit, renameUnit } from './change-unit.ts'
import { loadUnit } from './entity.ts'
import { findUnits } from './find-units.rules.ts'
import { exportUnits, importUnits } from './import-units.ts'
import { wholeRegister } from './register.ts'
import { unitsStanding } from './rules.ts'
import {
  Absorbing,
  Correction,
  Ending,
  FoundUnit,
  Moving,
  Renaming,
  ShownUnit,
  UnitInput,
  UnitPath,
  UnitQuery,
} from './schema.ts'
import type { Unit } from './stored.schema.ts'
import { versionOf } from './unit-changes.rules.ts'
import { UnitExport, UnitImport } from './unit-jobs.schema.ts'

const FoundUnits = z.object({ items: z.array(FoundUnit), total: z.number(), cursor: z.string().optional() })

const unitAt = valid('param', UnitPath)

const changes = (summary: string) => doc({ act: 'units:write', summary, answer: ShownUnit })

const shown = (unit: Unit) => ({ ...unit, version: versionOf(unit) })

/** One page of those found; the place to go on from is a count: lists change rarely. */
const find = async ({ q, on, limit, type, within }: UnitQuery, from: number) => {
  const { units, byId } = await wholeRegister()
  const day = on ?? civilDay(now().toISOString())
  const among = type || within ? unitsStanding(units, day, { type, within }) : units
  return findUnits(among, byId, day, q, { from, limit })
}

export const units = new Hono<Env>()
  .get(
    '/',
    doc({
      act: 'signed-in',
      summary: 'Units that stand on a day, by any name they have borne',
      answer: FoundUnits,
    }),
    valid('query', UnitQuery),
    async (c) => {
      const { cursor, ...query } = c.req.valid('query')
      let total = 0
      const page = await pageOf(c.var.actor.sub, `units ${JSON.stringify(query)}`, cursor, async (after) => {
        const from = Number(after ?? 0)
        const found = await find(query, from)
        total = found.total
        const end = from + found.items.length
        return { items: found.items, next: end < total ? String(end) : undefined }
      })
      return c.json({ ...page, total })
    },
  )
  .post(
    '/',
    doc({ act: 'units:write', summary: 'Enter a unit', answer: ShownUnit, status: 201 }),
    valid('json', UnitInput),
    async (c) => {
      const unit = shown(await once(c, (actor) => enterUnit(actor, c.req.valid('json')), loadUnit))
      etag(c, unit)
      return c.json(unit, 201)
    },
  )
  .post(
    '/imports',
    doc({ act: 'units:write', summary: 'Import units from a table', answer: Accepted, status: 202 }),
    valid('json', UnitImport),
    async (c) => {
      const again = async (ref: string) => ref
      return accepted(c, await once(c, (actor) => importUnits(actor, c.req.valid('json')), again))
    },
  )
  .post(
    '/exports',
    doc({ act: 'units:export', summary: 'Write units as a table', answer: Accepted, status: 202 }),
    valid('json', UnitExport),
    async (c) => {
      const again = async (ref: string) => ref
      return accepted(c, await once(c, (actor) => exportUnits(actor, c.req.valid('json')), again))
    },
  )
  .get(
    '/:id',
    doc({ act: 'signed-in', summary: 'One unit with its names over time', answer: ShownUnit }),
    unitAt,
    async (c) => {
      const unit = shown(await loadUnit(c.req.valid('param').id))
      etag(c, unit)
      return c.json(unit)
    },
  )
  .put('/:id', changes('Set a unit right as a whole'), unitAt, valid('json', Correction), async (c) => {
    const { id } = c.req.valid('param')
    const unit = shown(await reloading(() => correctUnit(c.var.actor, id, ifMatch(c), c.req.valid('json'))))
    etag(c, unit)
    return c.json(unit)
  })
  .post(
    '/:id/rename',
    changes('Give a unit another name from a day on'),
    unitAt,
    valid('json', Renaming),
    async (c) => {
      const { id } = c.req.valid('param')
      const rename = (actor: Actor) => renameUnit(actor, id, ifMatch(c), c.req.valid('json'))
      const unit = shown(await once(c, rename, loadUnit))
      etag(c, unit)
      return c.json(unit)
    },
  )
  .post(
    '/:id/move',
    changes('Give a unit another type or another unit above it from a day on'),
    unitAt,
    valid('json', Moving),
    async (c) => {
      const { id } = c.req.valid('param')
      const move = (actor: Actor) => moveUnit(actor, id, ifMatch(c), c.req.valid('json'))
      const unit = shown(await once(c, move, loadUnit))
      etag(c, unit)
      return c.json(unit)
    },
  )
  .post('/:id/end', changes('End a unit on a day'), unitAt, valid('json', Ending), async (c) => {
    const { id } = c.req.valid('param')
    const end = (actor: Actor) => endUnit(actor, id, ifMatch(c), c.req.valid('json'))
    const unit = shown(await once(c, end, loadUnit))
    etag(c, unit)
    return c.json(unit)
  })
  .post(
    '/:id/absorb',
    changes('Merge other units into a unit on a day'),
    unitAt,
    valid('json', Absorbing),
    async (c) => {
      const { id } = c.req.valid('param')
      const absorb = (actor: Actor) => absorbUnits(actor, id, ifMatch(c), c.req.valid('json'))
      const unit = shown(await once(c, absorb, loadUnit))
      etag(c, unit)
      return c.json(unit)
    },
  )
