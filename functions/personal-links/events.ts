// What is told of personal links. Never what opens one.
import type { Delegate } from '#functions/bridge-points/delegates.schema.ts'

const announce =
  <N extends `personal-link.${string}`>(name: N) =>
  ({ conferenceId, pointId, id, display }: Delegate) => ({
    name,
    scope: conferenceId,
    subject: id,
    point: pointId,
    data: { delegate: display },
  })

export const linkIssued = announce('personal-link.issued')
export const linkRevoked = announce('personal-link.revoked')
