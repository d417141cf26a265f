// A bridge point on the wall: the state's glyph and word, the name, present of expected.
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { runningTime } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { PointShape } from '#web/ui/PointGlyph.tsx'
import { useGlow } from '#web/ui/useGlow.ts'
import classes from './PointsWall.module.css'

type Props = { line: BoardLine; place?: string | undefined }

export const PointCell = ({ line, place }: Props) => {
  const { t } = useTranslation()
  const { shortName, state, present, expected } = line
  const row = useGlow<HTMLLIElement>(`${state} ${present}`)
  return (
    <li ref={row} className={classes.cell} data-state={state}>
      <PointShape state={state} />
      <b className={classes.name} data-name>
        {shortName}
      </b>
      <span className={classes.word}>
        {place ? `${place} · ` : null}
        <StateWord line={line} />
      </span>
      {expected > 0 ? (
        <span className={classes.count}>
          <span className="visually-hidden">{t('point.present')} </span>
          {present}/{expected}
        </span>
      ) : null}
    </li>
  )
}

const StateWord = ({ line: { state, since, faults } }: { line: BoardLine }) => {
  const { t } = useTranslation()
  const { t: wall } = useTranslation('wall')
  if (state === 'fault')
    return wall('fault', { kinds: faults.map((kind) => t(`fault.kind.${kind}`)).join(', ') })
  const word = t(`link.${state}`)
  const counts = since && (state === 'lost' || state === 'unknown')
  return counts ? <ForHowLong what={word} since={since} /> : word
}

const ForHowLong = ({ what, since }: { what: string; since: string }) => {
  const { t } = useTranslation('wall')
  const time = runningTime(useServerNow() - Date.parse(since))
  return t('for', { what, time })
}
