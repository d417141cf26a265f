// One side of a disagreement: the source, what it says, by whom and when, and what follows if it holds.
import { useTranslation } from 'react-i18next'
import type { DisagreementKind, NamedChoice, Statement } from '#functions/attendance/disagreements.schema.ts'
import { moment } from '#web/lib/format.ts'
import classes from './Disagreements.module.css'
import type { Saying, Told } from './sayings.ts'

const isHouse = (source: string): source is 'secretariat' | 'operator' | 'check-in' =>
  source === 'secretariat' || source === 'operator' || source === 'check-in'

const useTold = () => {
  const { t } = useTranslation('secretariat')
  const { t: house } = useTranslation()
  const said = ({ text, state, substitute, marks, heads }: Statement): string => {
    const room = heads === undefined ? undefined : t('disagreement.heads', { count: heads })
    const roll = marks === undefined ? undefined : t('disagreement.marks', { count: marks })
    const mark = state ? [house(`roll.choice.${state}`), substitute].filter(Boolean).join(': ') : undefined
    return text ?? mark ?? [roll, room].filter(Boolean).join(', ')
  }
  const sourceOf = (told: Told): string => {
    if (told.of === 'statement') {
      const { source } = told.statement
      return isHouse(source) ? t(`disagreement.source.${source}`) : source
    }
    if (told.of === 'link') return t('disagreement.linkSource')
    if (told.of === 'heads') return t('disagreement.headsSource')
    return told.of === 'nothing' ? '' : t('disagreement.rollSource')
  }
  const wordsOf = (told: Told): string => {
    if (told.of === 'statement') return said(told.statement)
    if (told.of === 'heads') return t('disagreement.heads', { count: told.count })
    if (told.of === 'room') return t('disagreement.rollPresent', { count: told.count })
    if (told.of === 'no-roll') return t('disagreement.rollNone')
    if (told.of === 'nothing') return t('disagreement.choice.neither')
    return t(told.up ? 'disagreement.linkUp' : 'disagreement.linkNever')
  }
  return { sourceOf, wordsOf }
}

type Props = { kind: DisagreementKind; saying: Saying; chosen?: boolean; asking?: boolean }

/** @param asking whether it is to be chosen: then it says what follows */
export const SayingCard = ({ kind, saying, chosen = false, asking = false }: Props) => {
  const { t } = useTranslation('secretariat')
  const { sourceOf, wordsOf } = useTold()
  const { told, by, at } = saying
  const source = sourceOf(told)
  const since = told.of === 'link' && told.from ? told.from : undefined
  return (
    <span className={classes.side} data-chosen={chosen || undefined}>
      {source ? <span className={classes.source}>{source}</span> : null}
      <b>{wordsOf(told)}</b>
      {since ? (
        <span className={classes.quiet}>{t('disagreement.linkSpan', { from: moment(since) })}</span>
      ) : null}
      {by ? <span className={classes.quiet}>{by}</span> : null}
      {at ? <span className={classes.quiet}>{t('disagreement.at', { at: moment(at) })}</span> : null}
      {chosen ? <span className={classes.holds}>✓ {t('disagreement.isChosen')}</span> : null}
      {asking ? <Effect kind={kind} choice={saying.choice} /> : null}
    </span>
  )
}

const isNamed = (choice: string): choice is Exclude<NamedChoice, 'neither'> =>
  choice === 'link' || choice === 'roll' || choice === 'heads' || choice === 'mark'

const Effect = ({ kind, choice }: { kind: DisagreementKind; choice: string | undefined }) => {
  const { t } = useTranslation('secretariat')
  if (choice === undefined) return null
  const words = () => {
    if (choice === 'neither') return t(`disagreement.effectOf.${kind}`)
    if (kind === 'roll-without-link' && choice === 'link') return t(`disagreement.effectOf.${kind}`)
    return isNamed(choice) ? t(`disagreement.effect.${choice}`) : ''
  }
  return <span className={classes.effect}>{words()}</span>
}
