// What may wait in the browser until the line is back: acts of a bridge point, each with who did it, when and under which key.
import type * as z from 'zod'
import type { Confirming, Rejecting } from '#functions/attendance/check-ins.schema.ts'
import type { RollCall } from '#functions/attendance/schema.ts'
import type { FaultEndInput, FaultInput } from '#functions/bridge-points/faults.schema.ts'
import type { LeaveInput } from '#functions/bridge-points/link.schema.ts'
import type { ReadinessInput } from '#functions/bridge-points/technical.schema.ts'
import type { FloorRequestInput } from '#functions/floor/schema.ts'
import type { ProblemSlug } from '#web/lib/problem.ts'

/** As told on the page; when it happened stands beside it and is added when it is sent. */
type Told<Schema extends z.ZodType> = Omit<z.input<Schema>, 'claimedAt'>

/** `fault` of an end is the fault's id. Connecting does not wait: without a line there is nothing to connect. */
export type Act =
  | { kind: 'roll-call'; told: Told<typeof RollCall> }
  | { kind: 'readiness'; told: Told<typeof ReadinessInput> }
  | { kind: 'fault'; told: Told<typeof FaultInput> }
  | { kind: 'fault-end'; fault: string; told: Told<typeof FaultEndInput> }
  | { kind: 'leave'; told: Told<typeof LeaveInput> }
  | { kind: 'floor-request'; told: Told<typeof FloorRequestInput> }
  | { kind: 'floor-withdraw'; request: string }
  | { kind: 'check-ins-confirm'; told: Told<typeof Confirming> }
  | { kind: 'check-ins-reject'; told: Told<typeof Rejecting> }

export type ActKind = Act['kind']

/** Where an act belongs: the acts of one place are sent in their order and wait for nobody else's. */
export type Place = { conferenceId: string; pointId: string }

/** Why the server did not take it, as it was said. */
export type Refusal = { slug: ProblemSlug; title: string; details: string[] }

export type Waiting = Place & {
  /** The order in which it was done on this device. */
  order: number
  /** The idempotency key: however often it is sent, it is done once. */
  key: string
  /** Whose act it is: nobody else sends it. */
  sub: string
  act: Act
  /** The device's time when it was done, and how far the server's clock was known to be ahead. */
  at: string
  offsetMs: number
  /** The claim as first sent: a repeat must say the same, byte by byte. */
  claimedAt?: string
  tries: number
  refused?: Refusal
}

/** Taken by the server and erased here, until what is shown has caught up. */
export type Sent = Waiting & { sentAt: number }
