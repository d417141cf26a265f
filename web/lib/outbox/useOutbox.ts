// The outbox for components: what of a place is not sent yet, and how to add to it.
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Act, ActKind, Place, Waiting } from './act.ts'
import { isAhead, ownOf } from './outbox.rules.ts'
import { addToOutbox, readOutbox, subscribe } from './outbox.ts'

export const useOutbox = () => useSyncExternalStore(subscribe, readOutbox)

/** An act to be shown over what the server last answered: still here, or sent since. */
export type Pending<Kind extends ActKind = ActKind> = Waiting & {
  act: Extract<Act, { kind: Kind }>
  unsent: boolean
}

const isOf =
  <Kind extends ActKind>({ conferenceId, pointId }: Place, kinds: readonly Kind[]) =>
  (one: Waiting): boolean =>
    one.conferenceId === conferenceId &&
    one.pointId === pointId &&
    !one.refused &&
    kinds.some((kind) => kind === one.act.kind)

/**
 * One's own acts of these kinds at a place that the data shown cannot have yet, in order.
 * @param dataUpdatedAt when that data came, by the device's clock
 */
export const usePending = <Kind extends ActKind>(
  place: Place,
  kinds: readonly Kind[],
  dataUpdatedAt: number,
): Pending<Kind>[] => {
  const { acts, sent, sub } = useOutbox()
  const fresh = sent.filter(({ sentAt }) => isAhead(sentAt, dataUpdatedAt, Date.now()))
  return [
    ...ownOf(fresh, sub).map((act) => ({ ...act, unsent: false })),
    ...ownOf(acts, sub).map((act) => ({ ...act, unsent: true })),
  ].filter(isOf(place, kinds)) as Pending<Kind>[]
}

/** Does an act at a place: kept here at once, sent when there is a line. */
export const useDo = ({ conferenceId, pointId }: Place) => {
  const place = useMemo(() => ({ conferenceId, pointId }), [conferenceId, pointId])
  return useCallback((act: Act) => addToOutbox(place, act), [place])
}
