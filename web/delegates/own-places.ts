// One's own place in the list of speakers, out of the floor as everybody sees it.
import type { FloorRequest } from '#functions/floor/schema.ts'

export type OwnPlace = {
  requestId: string
  kind: FloorRequest['kind']
  state: 'waiting' | 'speaking' | 'done' | 'skipped'
  /** How many are called before it, while it waits. */
  before?: number
  askedAt?: string
  /** Whether it was asked for by this account, which may take it back. */
  own: boolean
}

type Floor = {
  current?: (Pick<FloorRequest, 'speaker' | 'kind'> & { requestId: string }) | undefined
  queue: readonly FloorRequest[]
  done: readonly FloorRequest[]
  skipped: readonly FloorRequest[]
}
type Me = { sub: string; personId?: string | undefined; delegateId?: string | undefined }

/** The turn first, then what waits in the order of calling, then what is over. */
export const ownPlacesOf = ({ current, queue, done, skipped }: Floor, me: Me): OwnPlace[] => {
  const isMine = ({ speaker }: Pick<FloorRequest, 'speaker'>) =>
    (me.delegateId !== undefined && speaker.delegateId === me.delegateId) ||
    (me.personId !== undefined && speaker.personId === me.personId)
  const place = (request: FloorRequest, state: OwnPlace['state']): OwnPlace => ({
    requestId: request.id,
    kind: request.kind,
    state,
    askedAt: request.effectiveAt,
    own: request.askedBy.sub === me.sub,
  })
  const waiting = queue.flatMap((request, before) =>
    isMine(request) ? [{ ...place(request, 'waiting'), before }] : [],
  )
  const speaking: OwnPlace[] =
    current && isMine(current)
      ? [{ requestId: current.requestId, kind: current.kind, state: 'speaking', own: false }]
      : []
  const over = [
    ...done.filter(isMine).map((request) => place(request, 'done')),
    ...skipped.filter(isMine).map((request) => place(request, 'skipped')),
  ]
  return [...speaking, ...waiting, ...over]
}
