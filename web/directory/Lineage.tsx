// What a unit took over from others, and to whom it handed over.
import { useTranslation } from 'react-i18next'
import type { Unit } from '#functions/directory/stored.schema.ts'
import { day } from '#web/lib/format.ts'
import { UnitLink } from './UnitLink.tsx'
import classes from './Units.module.css'

export const Lineage = ({ unit }: { unit: Pick<Unit, 'predecessors' | 'successors'> }) => {
  const { t } = useTranslation('directory')
  const links = [
    ...unit.predecessors.map((link) => ({ ...link, word: t('unit.predecessor') })),
    ...unit.successors.map((link) => ({ ...link, word: t('unit.successor') })),
  ]
  if (links.length === 0) return <p>{t('unit.noLineage')}</p>
  return (
    <dl className={classes.facts}>
      {links.map(({ unit, on, word }) => (
        <div key={`${word} ${unit}`} className={classes.fact}>
          <dt>{word}</dt>
          <dd>
            <UnitLink id={unit} /> · {day(on)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
