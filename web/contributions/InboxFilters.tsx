// What the inbox shows: kind, state with its count, unit, and only what came late.
import { Checkbox, NativeSelect } from '@mantine/core'
import '#web/ui/checkbox.css'
import { useTranslation } from 'react-i18next'
import { ContributionState } from '#functions/contributions/schema.ts'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import type { useDraft } from '#web/lib/useDraft.ts'
import { Pills } from '#web/ui/Pills.tsx'
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
  const pills = (['contribution', 'opinion'] as const).map((one) => ({
    value: one,
    word: t(`review.kind.${one}`),
    many: counts[one === 'opinion' ? 'opinions' : 'contributions'].total,
  }))
  return <Pills label={t('review.kinds')} pills={pills} chosen={kind} onChoose={onKind} />
}

/** States that nothing is in are not offered, but the one that is chosen. */
const States = ({ of, filters }: { of: Counted; filters: Filters }) => {
  const { t } = useTranslation('secretariat')
  const { t: house } = useTranslation()
  const chosen = filters.value('state')
  const states = ContributionState.options
    .filter((state) => of.byState[state] || state === chosen)
    .map((state) => ({
      value: state,
      word: house(`contribution.state.${state}`),
      many: of.byState[state] ?? 0,
    }))
  const every = { value: '', word: t('review.everyState'), many: of.total }
  return (
    <Pills
      label={t('review.states')}
      pills={[every, ...states]}
      chosen={chosen}
      onChoose={(state) => filters.fill({ state })}
    />
  )
}
