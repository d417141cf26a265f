// One point of the table; drawn again only when its line is another.
import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import { PointGlyph } from '#web/ui/PointGlyph.tsx'
import { Tally } from '#web/ui/Tally.tsx'
import table from '#web/ui/table.module.css'
import { useGlow } from '#web/ui/useGlow.ts'
import classes from './Points.module.css'

const numbers = ['absent', 'substituted', 'unmarked', 'heads'] as const

type Props = {
  conferenceId: string
  line: BoardLine
  mine: boolean
  /** Its place among all that are listed, also those not drawn now. */
  index: number
  /** A link of the router's own costs more than the rest of the row: scrolling would stutter. */
  onOpen: (event: MouseEvent, pointId: string) => void
  measure: ((row: HTMLTableRowElement | null) => void) | undefined
}

export const PointRow = memo(({ conferenceId, line, mine, index, onOpen, measure }: Props) => {
  const { t } = useTranslation()
  const faults = line.faults
    .filter((kind) => kind !== 'link' || line.state !== 'lost')
    .map((kind) => t(`fault.kind.${kind}`))
    .join(', ')
  const shown = [line.state, faults, line.present, ...numbers.map((name) => line[name])].join()
  const row = useGlow<HTMLTableRowElement>(shown)
  const take = (element: HTMLTableRowElement | null) => {
    row.current = element
    measure?.(element)
  }
  return (
    <tr ref={take} data-index={index} aria-rowindex={index + 2} className={mine ? classes.mine : undefined}>
      <td>
        <a
          href={`/conferences/${conferenceId}/points/${line.pointId}`}
          className={table.link}
          onClick={(event) => onOpen(event, line.pointId)}
        >
          {line.name}
        </a>
        {line.province && line.province.id !== line.unitId ? (
          <span className={classes.province}>{line.province.name}</span>
        ) : null}
      </td>
      <td className={classes.state}>
        <PointGlyph state={line.state} since={faults || undefined} />
      </td>
      <td className={classes.since}>{line.since ? hourMinute(line.since) : ''}</td>
      <td>{line.expected > 0 ? <Tally present={line.present} expected={line.expected} /> : null}</td>
      {numbers.map((name) => (
        <td key={name} className={table.number}>
          {line[name] || ''}
        </td>
      ))}
    </tr>
  )
})
