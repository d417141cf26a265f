// How many points are in each state, with the shape and the word of it.
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { count } from '#web/lib/format.ts'
import { PointShape, pointStates } from '#web/ui/PointGlyph.tsx'
import classes from './PointTiles.module.css'

export const PointCounts = ({ lines }: { lines: readonly BoardLine[] }) => {
  const { t } = useTranslation()
  return pointStates.map((state) => {
    const many = lines.filter((line) => line.state === state).length
    return many > 0 ? (
      <span key={state} className={classes.tally}>
        <PointShape state={state} />
        <b>{count(many)}</b> {t(`link.${state}`)}
      </span>
    ) : null
  })
}
