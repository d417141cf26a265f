// One column of the wall: points under the heading of their region or province.
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import type { Block } from './layout.rules.ts'
import { PointCell } from './PointCell.tsx'
import classes from './PointsWall.module.css'
import { sizeFor } from './title.rules.ts'

const headingRoom = { width: 30, height: 2.7, most: 2.1, least: 1.3 }

export const PointColumn = ({ blocks }: { blocks: readonly Block<BoardLine>[] }) => {
  const { t } = useTranslation('wall')
  return (
    <div className={classes.column}>
      {blocks.map(({ name, continued, items }) => {
        const heading = continued ? t('continued', { name }) : name
        return (
          <section key={name}>
            <h2
              className={classes.heading}
              style={{ fontSize: `calc(${sizeFor(heading.length, headingRoom)}vh * var(--scale))` }}
            >
              {heading}
            </h2>
            <ul className={classes.list}>
              {items.map((line) => (
                <PointCell key={line.pointId} line={line} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
