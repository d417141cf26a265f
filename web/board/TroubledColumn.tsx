// Where points fill several pages: those that need somebody stand on each of them, faults first.
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { headingHeight, pointHeight, wordLine } from './layout.rules.ts'
import { PointCell } from './PointCell.tsx'
import classes from './PointsWall.module.css'

type Props = {
  troubled: readonly BoardLine[]
  placeOf: (line: BoardLine) => string | undefined
  height: number
}

/** The last line is kept for how many more there are. */
const fitting = ({ troubled, placeOf, height }: Props): readonly BoardLine[] => {
  let left = height - 2 * headingHeight
  const over = troubled.findIndex((line) => {
    left -= pointHeight(line) + (placeOf(line) ? wordLine : 0)
    return left < 0
  })
  return over < 0 ? troubled : troubled.slice(0, over)
}

export const TroubledColumn = (props: Props) => {
  const { troubled, placeOf } = props
  const { t } = useTranslation('wall')
  const shown = fitting(props)
  return (
    <section className={classes.column} data-pinned aria-label={t('troubled')}>
      <h2 className={classes.heading}>
        {t('troubled')} · {troubled.length}
      </h2>
      <ul className={classes.list}>
        {shown.map((line) => (
          <PointCell key={line.pointId} line={line} place={placeOf(line)} />
        ))}
      </ul>
      {shown.length < troubled.length ? (
        <p className={classes.more}>{t('troubledMore', { count: troubled.length - shown.length })}</p>
      ) : null}
    </section>
  )
}
