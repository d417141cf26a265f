// Bridge points as tiles: the state of each at a glance.
import { IconMicrophone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { PointShape } from '#web/ui/PointGlyph.tsx'
import { useGlow } from '#web/ui/useGlow.ts'
import classes from './PointTiles.module.css'

export type TilesProps = {
  conferenceId: string
  lines: readonly BoardLine[]
  /** The units whose points the reader operates. */
  mine: readonly string[]
  /** The point that has the floor. */
  speaking: string | undefined
}

export const PointTiles = ({ conferenceId, lines, mine, speaking }: TilesProps) => (
  <ul className={classes.tiles}>
    {lines.map((line) => (
      <Tile
        key={line.pointId}
        conferenceId={conferenceId}
        point={line}
        mine={mine.includes(line.unitId)}
        speaking={line.pointId === speaking}
      />
    ))}
  </ul>
)

type TileProps = { conferenceId: string; point: BoardLine; mine: boolean; speaking: boolean }

const Tile = memo(({ conferenceId, point, mine, speaking }: TileProps) => {
  const { t } = useTranslation()
  const tile = useGlow<HTMLLIElement>([point.state, point.present, speaking].join())
  return (
    <li ref={tile}>
      <Link
        to="/conferences/$id/points/$point"
        params={{ id: conferenceId, point: point.pointId }}
        className={classes.tile}
        data-state={point.state}
        data-mine={mine || undefined}
        data-speaking={speaking || undefined}
        title={`${point.name}: ${t(`link.${point.state}`)}`}
      >
        <PointShape state={point.state} />
        <span className={classes.name}>{point.shortName}</span>
        <span className="visually-hidden">{t(`link.${point.state}`)}</span>
        {speaking ? <Speaking /> : null}
        <span className={classes.count}>
          {point.expected > 0 ? `${point.present}/${point.expected}` : ''}
        </span>
      </Link>
    </li>
  )
})

const Speaking = () => {
  const { t } = useTranslation()
  return (
    <>
      <IconMicrophone size={15} stroke={2} aria-hidden="true" className={classes.speaking} />
      <span className="visually-hidden">{t('floor.now')}</span>
    </>
  )
}
