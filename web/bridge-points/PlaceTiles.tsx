// Thousands of points on one page: who speaks and who needs somebody as points, all others by province.
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { presenceOf } from '#web/board/groups.rules.ts'
import { count } from '#web/lib/format.ts'
import { PointShape, pointStates } from '#web/ui/PointGlyph.tsx'
import { useGlow } from '#web/ui/useGlow.ts'
import classes from './PointTiles.module.css'
import { PointTiles, type TilesProps } from './PointTiles.tsx'
import { hasTrouble } from './points-view.rules.ts'
import { usePlaces } from './usePlaces.ts'

/** More than these are looked up in the list of points. */
const troubledMost = 24

export const PlaceTiles = ({ conferenceId, lines, mine, speaking }: TilesProps) => {
  const { t } = useTranslation()
  const { places, placeOf } = usePlaces(lines)
  const groups = Map.groupBy(lines, placeOf)
  const apart = lines.filter(
    (line) => line.pointId === speaking || mine.includes(line.unitId) || hasTrouble(line),
  )
  return (
    <>
      <PointTiles
        conferenceId={conferenceId}
        lines={apart.slice(0, troubledMost)}
        mine={mine}
        speaking={speaking}
      />
      {apart.length > troubledMost ? (
        <p className={classes.more}>
          <Link to="/conferences/$id/points" params={{ id: conferenceId }} search={{ only: 'trouble' }}>
            {t('point.moreTrouble', { count: apart.length - troubledMost })}
          </Link>
        </p>
      ) : null}
      <ul className={classes.places}>
        {places.map((name) => (
          <PlaceTile
            key={name}
            conferenceId={conferenceId}
            name={name}
            {...summaryOf(groups.get(name) ?? [])}
          />
        ))}
      </ul>
    </>
  )
}

/** As plain values, so that a province nothing happened to is not drawn again. */
const summaryOf = (lines: readonly BoardLine[]) => ({
  points: lines.length,
  ...presenceOf(lines),
  states: pointStates.map((state) => lines.filter((line) => line.state === state).length).join(),
})

type PlaceProps = { conferenceId: string; name: string } & ReturnType<typeof summaryOf>

const PlaceTile = memo(({ conferenceId, name, points, expected, present, states }: PlaceProps) => {
  const { t } = useTranslation()
  const tile = useGlow<HTMLLIElement>([states, present].join())
  const many = states.split(',').map(Number)
  return (
    <li ref={tile}>
      <Link
        to="/conferences/$id/points"
        params={{ id: conferenceId }}
        search={{ place: name }}
        className={classes.place}
      >
        <span className={classes.placeName}>{name}</span>
        <span className={classes.count}>
          {expected > 0
            ? `${count(present)}/${count(expected)}`
            : t('point.many', { count: points, shown: count(points) })}
        </span>
        <span className={classes.states}>
          {pointStates.map((state, at) =>
            many[at] ? (
              <span key={state} className={classes.tally}>
                <PointShape state={state} />
                {count(many[at])}
                <span className="visually-hidden">{t(`link.${state}`)}</span>
              </span>
            ) : null,
          )}
        </span>
      </Link>
    </li>
  )
})
