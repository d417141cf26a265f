// The foot of the wall of points: how many are in each state, how many people are there, which page this is.
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { count } from '#web/lib/format.ts'
import { PointShape, pointStates } from '#web/ui/PointGlyph.tsx'
import { presenceOf } from './groups.rules.ts'
import classes from './PointsSummary.module.css'

type Props = { lines: readonly BoardLine[]; page: number; pages: number; every: number }

/** Always told, even when there are none. */
const alwaysShown: readonly string[] = ['connected', 'lost', 'unknown', 'fault']

export const PointsSummary = ({ lines, page, pages, every }: Props) => {
  const { t } = useTranslation()
  const { t: wall } = useTranslation('wall')
  const { present, expected } = presenceOf(lines)
  return (
    <footer className={classes.summary}>
      <ul className={classes.states}>
        {pointStates.map((state) => {
          const many = lines.filter((line) => line.state === state).length
          return many > 0 || alwaysShown.includes(state) ? (
            <li key={state} data-none={many === 0 || undefined}>
              <PointShape state={state} />
              <b>{count(many)}</b> {t(`link.${state}`)}
            </li>
          ) : null
        })}
      </ul>
      {pages > 1 ? (
        <p className={classes.page} title={wall('turnHint', { count: every })}>
          {wall('turn', { page: page + 1, of: pages })}
        </p>
      ) : null}
      <p className={classes.people}>
        <span>
          <b>{count(lines.length)}</b> {wall('points')}
        </span>
        <span>
          <b>
            {count(present)}/{count(expected)}
          </b>{' '}
          {wall('presentOf')}
        </span>
      </p>
    </footer>
  )
}
