// Roll calls, attendance and disagreements over HTTP; mounted under /conferences.
import { Hono } from 'hono'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { checkInRoutes } from './check-ins.routes.ts'
import { DisagreementPath, Disagreements, Settling, ShownDisagreement } from './disagreements.schema.ts'
import { exportRoutes } from './exports.routes.ts'
import { Series, SeriesQuery } from './over-time.schema.ts'
import { AttendanceSheet, PointAttendance } from './point.schema.ts'
import { readAttendance, readDisagreement, readDisagreements, readRoll } from './read-attendance.ts'
import { readAttendanceAt } from './read-past.ts'
import { readAttendanceSheet, readPointAttendance } from './read-point.ts'
import {
  Attendance,
  AttendancePath,
  AttendanceQuery,
  RollCall,
  RollPath,
  RollSheet,
  RollTaken,
} from './schema.ts'
import { settleDisagreement } from './settle-disagreement.ts'
import { rollTakenAgain, takeRoll } from './take-roll.ts'

const all = valid('param', AttendancePath)
const one = valid('param', RollPath)

export const attendance = new Hono<Env>()
  .get(
    '/:id/attendance',
    doc({
      act: 'conference:read',
      summary: 'Attendance per point and overall, now or at a past moment',
      answer: Attendance,
    }),
    all,
    valid('query', AttendanceQuery),
    async (c) => {
      const { id } = c.req.valid('param')
      const { at } = c.req.valid('query')
      const { actor } = c.var
      return c.json(at ? await readAttendanceAt(actor, id, at) : await readAttendance(actor, id))
    },
  )
  .get(
    '/:id/attendance/over-time',
    doc({
      act: 'conference:read',
      summary: 'Expected and present over the session, at most 200 moments',
      answer: Series,
    }),
    all,
    valid('query', SeriesQuery),
    async (c) => {
      const { id } = c.req.valid('param')
      const { readOverTime } = await import('./read-over-time.ts')
      return c.json(await readOverTime(c.var.actor, id, c.req.valid('query').step))
    },
  )
  .get(
    '/:id/bridge-points/:point/roll-call',
    doc({ act: 'conference:read', summary: 'The delegation with its marks', answer: RollSheet }),
    one,
    async (c) => {
      const { id, point } = c.req.valid('param')
      return c.json(await readRoll(c.var.actor, id, point))
    },
  )
  .post(
    '/:id/bridge-points/:point/roll-call',
    doc({
      act: 'roll-call:mark',
      summary: 'Take the roll: many marks at once',
      answer: RollTaken,
      status: 201,
    }),
    one,
    valid('json', RollCall),
    async (c) => {
      const { id, point } = c.req.valid('param')
      const answer = await once(
        c,
        (actor) => takeRoll(actor, id, point, c.req.valid('json')),
        (ref) => rollTakenAgain(c.var.actor, id, point, ref),
        'seal',
      )
      return c.json(answer, 201)
    },
  )
  .get(
    '/:id/bridge-points/:point/attendance',
    doc({
      act: 'conference:read',
      summary: 'One point: marks with what was corrected, check-ins, and who was there from when to when',
      answer: PointAttendance,
    }),
    one,
    async (c) => {
      const { id, point } = c.req.valid('param')
      return c.json(await readPointAttendance(c.var.actor, id, point))
    },
  )
  .get(
    '/:id/bridge-points/:point/attendance-sheet',
    doc({ act: 'conference:read', summary: 'What the printed sheet shows', answer: AttendanceSheet }),
    one,
    async (c) => {
      const { id, point } = c.req.valid('param')
      return c.json(await readAttendanceSheet(c.var.actor, id, point))
    },
  )
  .get(
    '/:id/disagreements',
    doc({ act: 'conference:read', summary: 'Where sources disagree', answer: Disagreements }),
    all,
    async (c) => c.json(await readDisagreements(c.var.actor, c.req.valid('param').id)),
  )
  .post(
    '/:id/disagreements/:disagreement/settle',
    doc({ act: 'disagreement:settle', summary: 'Settle a disagreement', answer: ShownDisagreement }),
    valid('param', DisagreementPath),
    valid('json', Settling),
    async (c) => {
      const { id, disagreement } = c.req.valid('param')
      const answer = await once(
        c,
        (actor) => settleDisagreement(actor, id, disagreement, c.req.valid('json')),
        () => readDisagreement(c.var.actor, id, disagreement),
      )
      return c.json(answer)
    },
  )
  .route('/', checkInRoutes)
  .route('/', exportRoutes)
