// What giving, changing and taking away points announces.
import { ofPoint } from './events.ts'
import type { Card } from './points.schema.ts'
import type { Point } from './stored.schema.ts'

/** The card was edited; telephones are on the card, not in the log. */
export const pointEdited = (point: Point, { room, address, contacts }: Card) =>
  ofPoint('point.edited', point, { expected: point.expected, room, address, contacts: contacts.length })

/** Taken back before anything had happened there. */
export const pointRemoved = (point: Point, reason: string) =>
  ofPoint('point.removed', point, { unitId: point.unitId, reason })

/** Taken out of the conference, but what happened there stays to be seen. */
export const pointWithdrawn = (point: Point, reason: string) =>
  ofPoint('point.withdrawn', point, { unitId: point.unitId, reason })

export const pointRestored = (point: Point) => ofPoint('point.restored', point, { unitId: point.unitId })
