// What faults at a point announce.
import type { FaultKind, Point } from './stored.schema.ts'

type Where = Pick<Point, 'id' | 'conferenceId'>
type Told = { fault: string; kind: FaultKind; note?: string | undefined }

const ofFault = <N extends `fault.${string}`>(name: N, { id, conferenceId }: Where, data: Told) => ({
  name,
  scope: conferenceId,
  subject: data.fault,
  point: id,
  data,
})

/** The first report of a fault. */
export const faultOpened = (point: Where, told: Told) => ofFault('fault.opened', point, told)

/** Another report of a fault that is open. */
export const faultReported = (point: Where, told: Told) => ofFault('fault.reported', point, told)

export const faultEnded = (point: Where, told: Told) => ofFault('fault.ended', point, told)
