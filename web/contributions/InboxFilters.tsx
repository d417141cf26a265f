// What the inbox shows: kind, state with its count, unit, and only what came late.
import { Button, Checkbox, NativeSelect } from '@mantine/core'
import '#web/ui/checkbox.css'
import { useTranslation } from 'react-i18next'
import { ContributionState } from '#functions/contributions/schema.ts'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { count } from '#web/lib/format.ts'
import type { useDraft } from '#web/lib/useDraft.ts'
import type { Sought } from './contribution-queries.ts'
import classes from './Inbox.module.css'

type Filters = ReturnType<typeof useDraft>

export const soughtIn = (filters: Filters): Sought => ({
  kind: filters.value('kind') === 'opinion' ? 'opinion' : 'contribution',
  state: filters.value('state'),
  unit: filters.value('unit'),
  late: filters.value('late') === 'yes',
})

/** As it comes over the wire: a state nothing is in may be missing. */
type Counted = { total: number; late: number; byState: { [S in ContributionState]?: number | undefined } }
type ContributionCounts = {
  contributions: Counted
  opinions: Counted
  byUnit: { unitId: string; total: number }[]
}

type Props = { conferenceId: string; counts: ContributionCounts; filters: Filters }

export const InboxFilters = ({ conferenceId, counts, filters }: Props) => {
  const { t } = useTranslation('secretariat')
  const pointName = usePointNames(conferenceId)
  const { kind, late } = soughtIn(filters)
  const of = kind === 'opinion' ? counts.opinions : counts.contributions
  return (
    <div className={`${classes.filters} no-print`}>
      <div className={classes.row}>
        <Kinds counts={counts} kind={kind} onKind={(chosen) => filters.fill({ kind: chosen, state: '' })} />
        <NativeSelect
          {...filters.field('unit')}
          aria-label={t('review.unit')}
          data={[
            { value: '', label: t('review.everyUnit', { count: counts.byUnit.length }) },
            ...counts.byUnit.map(({ unitId, total }) => ({
              value: unitId,
              label: `${pointName(unitId)} (${total})`,
            })),
          ]}
        />
        <Checkbox
          label={t('review.late', { count: of.late })}
          checked={late}
          onChange={(event) => filters.fill({ late: event.currentTarget.checked ? 'yes' : '' })}
        />
      </div>
      <States of={of} filters={filters} />
    </div>
  )
}

type KindsProps = { counts: ContributionCounts; kind: Sought['kind']; onKind: (kind: string) => void }

const Kinds = ({ counts, kind, onKind }: KindsProps) => {
  const { t } = useTranslation('secretariat')
  return (
    <fieldset className={classes.group}>
      <legend className="visually-hidden">{t('review.kinds')}</legend>
      {(['contribution', 'opinion'] as const).map((one) => (
        <Button
          key={one}
          variant={one === kind ? 'light' : 'subtle'}
          color="gray"
          aria-pressed={one === kind}
          onClick={() => onKind(one)}
        >
          {t(`review.kind.${one}`)} ({count(counts[one === 'opinion' ? 'opinions' : 'contributions'].total)})
        </Button>
      ))}
    </fieldset>
  )
}

/** States that nothing is in are not offered, but the one that is chosen. */
const States = ({ of, filters }: { of: Counted; filters: Filters }) => {
  const { t } = useTranslation('secretariat')
  const { t: house } = useTranslation()
  const chosen = filters.value('state')
  const states = ContributionState.options.filter((state) => of.byState[state] || state === chosen)
  const button = (state: string, word: string, many: number) => (
    <Button
      key={state}
      size="compact-md"
      variant={state === chosen ? 'light' : 'subtle'}
      color="gray"
      aria-pressed={state === chosen}
      onClick={() => filters.fill({ state })}
    >
      {word} ({count(many)})
    </Button>
  )
  return (
    <fieldset className={classes.group}>
      <legend className="visually-hidden">{t('review.states')}</legend>
      {button('', t('review.everyState'), of.total)}
      {states.map((state) => button(state, house(`contribution.state.${state}`), of.byState[state] ?? 0))}
    </fieldset>
  )
}
