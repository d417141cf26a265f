// Every bridge point on one wall: a tile each, state at a glance, the counts above.
import { IconMicrophone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { PointShape, pointStates } from '#web/ui/PointGlyph.tsx'
import { useGlow } from '#web/ui/useGlow.ts'
import classes from './PointTiles.module.css'

export type TilePoint = Pick<
  BoardLine,
  'pointId' | 'name' | 'shortName' | 'state' | 'present' | 'expected'
> & { mine: boolean; speaking: boolean }

export const PointTiles = ({ conferenceId, points }: { conferenceId: string; points: TilePoint[] }) => {
  const { t } = useTranslation()
  return (
    <Panel title={t('section.points')} aside={<Counts points={points} />} flush>
      <ul className={classes.tiles}>
        {points.map((point) => (
          <Tile key={point.pointId} conferenceId={conferenceId} point={point} />
        ))}
      </ul>
    </Panel>
  )
}

const Tile = ({ conferenceId, point }: { conferenceId: string; point: TilePoint }) => {
  const { t } = useTranslation()
  const tile = useGlow<HTMLLIElement>([point.state, point.present, point.speaking].join())
  return (
    <li ref={tile}>
      <Link
        to="/conferences/$id/points/$point"
        params={{ id: conferenceId, point: point.pointId }}
        className={classes.tile}
        data-state={point.state}
        data-mine={point.mine || undefined}
        data-speaking={point.speaking || undefined}
        title={`${point.name}: ${t(`link.${point.state}`)}`}
      >
        <PointShape state={point.state} />
        <span className={classes.name}>{point.shortName}</span>
        <span className="visually-hidden">{t(`link.${point.state}`)}</span>
        {point.speaking ? <Speaking /> : null}
        <span className={classes.count}>
          {point.expected > 0 ? `${point.present}/${point.expected}` : ''}
        </span>
      </Link>
    </li>
  )
}

const Speaking = () => {
  const { t } = useTranslation()
  return (
    <>
      <IconMicrophone size={15} stroke={2} aria-hidden="true" className={classes.speaking} />
      <span className="visually-hidden">{t('floor.now')}</span>
    </>
  )
}

const Counts = ({ points }: { points: TilePoint[] }) => {
  const { t } = useTranslation()
  return pointStates.map((state) => {
    const many = points.filter((point) => point.state === state).length
    return many > 0 ? (
      <span key={state} className={classes.tally}>
        <PointShape state={state} />
        <b>{many}</b> {t(`link.${state}`)}
      </span>
    ) : null
  })
}
