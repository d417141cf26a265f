// Every bridge point by its region or province: link, name, present of expected; more than a screen holds turns by itself.
import { useElementSize, useViewportSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { groupsOf, isNationwide, placeIn, troubledIn } from './groups.rules.ts'
import { columnsIn, fitted, pointHeight } from './layout.rules.ts'
import { PointColumn } from './PointColumn.tsx'
import { PointsSummary } from './PointsSummary.tsx'
import classes from './PointsWall.module.css'
import { TroubledColumn } from './TroubledColumn.tsx'
import { useTurning } from './useTurning.ts'
import { WallNote } from './WallNote.tsx'

type Props = { conference: { id: string }; every: number | undefined }

const usualSeconds = 12

const useLayout = (lines: readonly BoardLine[], width: number, height: number) => {
  const { t } = useTranslation('wall')
  const groups = groupsOf(lines, { centre: t('centre'), others: t('others') })
  const columns = columnsIn(width)
  const screen = { columns, height, lengthOf: pointHeight }
  const bare = { columns, height, troubled: [], placeOf: () => undefined }
  if (height <= 0) return { ...bare, pages: [], scale: 1 }
  const all = fitted(groups, screen)
  const troubled = troubledIn(lines)
  if (all.pages.length < 2 || troubled.length === 0 || columns < 2) return { ...bare, ...all }
  const placeOf = isNationwide(lines) ? (line: BoardLine) => placeIn(groups, line) : bare.placeOf
  return { ...bare, ...fitted(groups, { ...screen, columns: columns - 1 }), troubled, placeOf }
}

/** As the style sheet reads them. */
const sized = ({ columns, scale }: { columns: number; scale: number }): React.CSSProperties => {
  const own: Record<`--${string}`, number> = { '--columns': columns, '--scale': scale }
  return own
}

export const PointsWall = ({ conference, every = usualSeconds }: Props) => {
  const { t } = useTranslation('wall')
  const { data, error } = useQuery(boardOf(conference.id))
  const { ref, width, height } = useElementSize()
  const unit = useViewportSize().height / 100 || 1
  const lines = data?.items ?? []
  const layout = useLayout(lines, width / unit, height / unit)
  const page = useTurning(layout.pages.length, every)
  if (!data) return <WallNote title={error ? t('failed') : t('loading')} problem={error} waiting={!error} />
  if (lines.length === 0) return <WallNote title={t('noPoints')} hint={t('noPointsHint')} />
  return (
    <>
      <div ref={ref} className={classes.columns} style={sized(layout)}>
        {layout.troubled.length > 0 ? <TroubledColumn {...layout} /> : null}
        {(layout.pages[page] ?? []).map((blocks, at) => (
          <PointColumn key={`${page} ${String(at)}`} blocks={blocks} />
        ))}
      </div>
      <PointsSummary lines={lines} page={page} pages={layout.pages.length} every={every} />
    </>
  )
}
