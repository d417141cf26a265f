// One waiting act as the call of the API it is.
import { api } from '#web/lib/api.ts'
import { intent } from '#web/lib/send.ts'
import type { Act, Waiting } from './act.ts'

const conference = api.conferences[':id']
const point = conference['bridge-points'][':point']

/** A line that answers nothing for so long is taken for a lost one. */
const patienceMs = 20_000

type Call = { id: string; point: string; claimedAt: string | undefined; once: ReturnType<typeof onceOf> }

const onceOf = (key: string) => ({ ...intent(key), init: { signal: AbortSignal.timeout(patienceMs) } })

const claim = (claimedAt: string | undefined) => (claimedAt === undefined ? {} : { claimedAt })

const ofPoint = (
  act: Exclude<Act, { kind: `floor-${string}` }>,
  { id, point: at, claimedAt, once }: Call,
) => {
  const param = { id, point: at }
  switch (act.kind) {
    case 'roll-call':
      return point['roll-call'].$post({ param, json: { ...act.told, ...claim(claimedAt) } }, once)
    case 'readiness':
      return point.readiness.$post({ param, json: { ...act.told, ...claim(claimedAt) } }, once)
    case 'fault':
      return point.faults.$post({ param, json: { ...act.told, ...claim(claimedAt) } }, once)
    case 'fault-end': {
      const json = { ...act.told, ...claim(claimedAt) }
      return point.faults[':fault'].end.$post({ param: { ...param, fault: act.fault }, json }, once)
    }
    case 'leave':
      return point.leave.$post({ param, json: { ...act.told, ...claim(claimedAt) } }, once)
    case 'check-ins-confirm':
      return point['check-ins'].confirm.$post({ param, json: act.told }, once)
    case 'check-ins-reject':
      return point['check-ins'].reject.$post({ param, json: act.told }, once)
  }
}

/** @throws ApiProblem */
export const deliver = ({ act, conferenceId, pointId, claimedAt, key }: Waiting): Promise<unknown> => {
  const once = onceOf(key)
  if (act.kind === 'floor-request') {
    const json = { ...act.told, ...claim(claimedAt) }
    return conference.floor.requests.$post({ param: { id: conferenceId }, json }, once)
  }
  if (act.kind === 'floor-withdraw') {
    const param = { id: conferenceId, req: act.request }
    return conference.floor.requests[':req'].withdraw.$post({ param }, once)
  }
  return ofPoint(act, { id: conferenceId, point: pointId, claimedAt, once })
}
