// The entries of one kind in order, each as minutes would write it, with what is unknown of it.
import { useTranslation } from 'react-i18next'
import type { OutcomeKind } from '#functions/outcomes/schema.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { OutcomeRow } from './OutcomeRow.tsx'
import classes from './Outcomes.module.css'
import type { Outcomes, ShownOutcome } from './outcome-queries.ts'

type Props = {
  conference: { id: string; hostUnitId: string; startsAt: string }
  kind: OutcomeKind
  outcomes: Outcomes
  /** Given, entries can be revised and withdrawn. */
  onRevise?: ((item: ShownOutcome) => void) | undefined
}

export const OutcomeList = ({ conference, kind, outcomes, onRevise }: Props) => {
  const { t } = useTranslation('outcomes')
  const { items, unknown } = outcomes[kind]
  const aside = unknown > 0 ? t('unknown', { count: unknown }) : t('many', { count: items.length })
  return (
    <Panel title={t(`kind.${kind}`)} aside={aside} flush>
      {items.length === 0 ? <Empty title={t(`none.${kind}`)} hint={t(`noneHint.${kind}`)} /> : null}
      <ol className={classes.list}>
        {items.map((item, place) => (
          <OutcomeRow
            key={item.id}
            conference={conference}
            place={place + 1}
            item={item}
            citations={outcomes.citation.items}
            onRevise={onRevise}
          />
        ))}
      </ol>
    </Panel>
  )
}
