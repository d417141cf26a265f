// Where a grant holds, in words: everywhere, a unit, a conference.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { conferenceOf, unitOf } from '#functions/grants/rules.ts'
import { oneConference } from '#web/conferences/conference-queries.ts'
import { UnitName } from '#web/directory/UnitName.tsx'

export const ScopeName = ({ scope }: { scope: string }) => {
  const { t } = useTranslation('grants')
  const unit = unitOf(scope)
  if (unit) return <UnitName id={unit} />
  const conference = conferenceOf(scope)
  return conference ? <ConferenceName id={conference} /> : t('everywhere')
}

/** An administrator reads no conferences: what is not theirs to read keeps its number. */
const ConferenceName = ({ id }: { id: string }) => {
  const { t } = useTranslation('grants')
  const { data } = useQuery({ ...oneConference(id), retry: false, refetchInterval: false })
  return <>{data ? data.title.join('; ') : t('conference', { id: id.slice(-6) })}</>
}
