// The head of the table of points; each column sorts, a second time the other way round, a third time not at all.
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import table from '#web/ui/table.module.css'
import classes from './Points.module.css'
import { type PointsView, type Sorting, sortings, type ViewChange } from './points-search.ts'

type Props = { view: PointsView; onView: (change: ViewChange) => void }

const figures: readonly Sorting[] = ['absent', 'substituted', 'unmarked', 'heads']

const next = (view: PointsView, sort: Sorting): ViewChange => {
  if (view.sort !== sort) return { sort, down: undefined }
  return view.down ? { sort: undefined, down: undefined } : { sort, down: true }
}

export const PointsHead = ({ view, onView }: Props) => (
  <thead>
    <tr aria-rowindex={1}>
      {sortings.map((sort) => (
        <HeadCell key={sort} sort={sort} view={view} onView={onView} />
      ))}
    </tr>
  </thead>
)

const HeadCell = ({ sort, view, onView }: Props & { sort: Sorting }) => {
  const { t } = useTranslation()
  const sorted = view.sort === sort ? (view.down ? 'descending' : 'ascending') : undefined
  const Arrow = view.down ? IconArrowUp : IconArrowDown
  return (
    <th
      scope="col"
      data-column={sort}
      aria-sort={sorted}
      className={figures.includes(sort) ? table.number : sort === 'since' ? classes.since : undefined}
    >
      <button type="button" className={classes.sort} onClick={() => onView(next(view, sort))}>
        {t(`point.column.${sort}`)}
        {sorted ? <Arrow size={13} stroke={2} aria-hidden="true" /> : null}
      </button>
    </th>
  )
}
