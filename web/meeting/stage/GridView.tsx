// Equal pictures, as large as they can be; whoever has the floor stands first on every page.
import { gap, gridShape, type Size } from './layout.rules.ts'
import classes from './Stage.module.css'
import type { StageSeat } from './seats.rules.ts'
import { Tile } from './Tile.tsx'
import type { GridOf } from './view.rules.ts'

type Props = { view: GridOf; size: Size; called: StageSeat | undefined }

export const GridView = ({ view: { shown }, size, called }: Props) => {
  const { columns, width, height } = gridShape(shown.length, size)
  return (
    <div
      className={classes.grid}
      style={{ gap, gridTemplateColumns: `repeat(${columns}, ${width}px)`, gridAutoRows: height }}
    >
      {shown.map((seat) => (
        <Tile key={seat.seat} seat={seat} called={seat === called} />
      ))}
    </div>
  )
}
