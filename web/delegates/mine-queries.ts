// What a signed-in delegate asks of the API about themselves, and how they act.
import { queryOptions } from '@tanstack/react-query'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import type { Self } from '#web/personal/self.ts'

const one = api.conferences[':id']

/** My invitations to a conference; most people have one. */
export const invitationsOf = (id: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'mine'],
    queryFn: async () => (await one.mine.$get({ param: { id } })).json(),
    refetchInterval: 5_000,
  })

/** The contributions of a unit, mine among them. */
export const unitContributionsOf = (id: string, unit: string) =>
  queryOptions({
    queryKey: [...conferenceKey(id), 'contributions', unit],
    queryFn: async () =>
      (await one.contributions.$get({ param: { id }, query: { unit, limit: '100' } })).json(),
    refetchInterval: 10_000,
  })

/** By an account: the API lets whoever is the delegate. */
export const ownSelf = ({ conference: { id }, point, delegate }: Invitation): Self => {
  const at = one['bridge-points'][':point']
  const param = { id, point: point.id }
  const delegateId = delegate.id
  return {
    key: conferenceKey(id),
    answer: (told, key) =>
      at.answers.$post({ param, json: { answers: [{ delegateId, ...told }] } }, intent(key)),
    substitute: (json, key) =>
      at.delegates[':delegate'].substitute.$post(
        { param: { ...param, delegate: delegateId }, json },
        intent(key),
      ),
    checkIn: (code, key) => at['check-ins'].$post({ param, json: { code, delegateId } }, intent(key)),
  }
}
