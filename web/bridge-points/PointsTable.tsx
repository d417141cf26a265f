// The table of points: of thousands only the rows near the window are drawn, and its head stays in sight.
import { useNavigate } from '@tanstack/react-router'
import { type MouseEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { useMyUnits } from '#web/lib/useMe.ts'
import table from '#web/ui/table.module.css'
import { PointRow } from './PointRow.tsx'
import classes from './Points.module.css'
import { PointsHead } from './PointsHead.tsx'
import type { PointsView, ViewChange } from './points-search.ts'
import { useShownRows } from './useShownRows.ts'

type Props = {
  conferenceId: string
  lines: readonly BoardLine[]
  view: PointsView
  onView: (change: ViewChange) => void
}

/** A plain click stays in the page; every other one is the browser's own. */
const useOpening = (conferenceId: string) => {
  const navigate = useNavigate()
  return useCallback(
    (event: MouseEvent, point: string) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      void navigate({ to: '/conferences/$id/points/$point', params: { id: conferenceId, point } })
    },
    [navigate, conferenceId],
  )
}

export const PointsTable = ({ conferenceId, lines, view, onView }: Props) => {
  const { t } = useTranslation()
  const myUnits = useMyUnits()
  const body = useRef<HTMLTableSectionElement>(null)
  const [topPx, setTopPx] = useState(0)
  useLayoutEffect(() => {
    setTopPx(body.current ? Math.round(body.current.getBoundingClientRect().top + scrollY) : 0)
  }, [])
  const { indexes, before, after, measure } = useShownRows(lines.length, topPx)
  const onOpen = useOpening(conferenceId)
  return (
    <div style={{ paddingBlock: `${before}px ${after}px` }}>
      <table
        className={`${table.table} ${classes.table}`}
        aria-label={t('section.points')}
        aria-rowcount={lines.length + 1}
      >
        <PointsHead view={view} onView={onView} />
        <tbody data-rows ref={body}>
          {indexes.map((at) => {
            const line = lines[at]
            return line ? (
              <PointRow
                key={line.pointId}
                conferenceId={conferenceId}
                line={line}
                mine={myUnits.includes(line.unitId)}
                index={at}
                onOpen={onOpen}
                measure={measure}
              />
            ) : null
          })}
        </tbody>
      </table>
    </div>
  )
}
