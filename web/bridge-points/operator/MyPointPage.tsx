// "Điểm cầu của tôi": the operator's whole work on one page; whoever operates several points chooses.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { useMyUnits } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Page } from '#web/ui/Page.tsx'
import { boardOf } from '../point-queries.ts'
import './add-words.ts'
import { MyPoint } from './MyPoint.tsx'
import classes from './Operator.module.css'

type Choice = { pointId: string; name: string }

/** Without the board, the first unit's point: it alone knows whether it takes part. */
const useMyPoints = (conferenceId: string): Choice[] => {
  const units = useMyUnits()
  const { data } = useQuery({ ...boardOf(conferenceId), enabled: units.length > 1 })
  const found = data?.items.filter(({ unitId, withdrawnAt }) => units.includes(unitId) && !withdrawnAt) ?? []
  if (found.length > 0) return found
  return units.slice(0, 1).map((unit) => ({ pointId: pointIdOf(unit), name: '' }))
}

export const MyPointPage = () => {
  const { t } = useTranslation('operator')
  const conference = useConference()
  const points = useMyPoints(conference.id)
  const { point: asked } = useSearch({ from: '/frame/conferences/$id/my-point' })
  const chosen = points.find(({ pointId }) => pointId === asked) ?? points[0]
  return (
    <Page>
      {points.length > 1 ? <Chooser points={points} chosen={chosen?.pointId} /> : null}
      {chosen ? (
        <MyPoint key={chosen.pointId} conference={conference} pointId={chosen.pointId} />
      ) : (
        <Empty title={t('none')} hint={t('noneHint')} />
      )}
    </Page>
  )
}

const Chooser = ({ points, chosen }: { points: Choice[]; chosen: string | undefined }) => {
  const { t } = useTranslation('operator')
  const navigate = useNavigate({ from: '/conferences/$id/my-point' })
  return (
    <fieldset className={classes.chooser}>
      <legend className="visually-hidden">{t('choose')}</legend>
      {points.map(({ pointId, name }) => (
        <label key={pointId}>
          <input
            type="radio"
            name="point"
            checked={pointId === chosen}
            onChange={() => void navigate({ search: { point: pointId }, replace: true })}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}
