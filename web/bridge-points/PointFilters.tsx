// Which points are listed: by words, by state, by region or province, those that need somebody.
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { pointStates } from '#web/ui/PointGlyph.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import classes from './Points.module.css'
import type { PointsView, ViewChange } from './points-search.ts'
import { hasTrouble } from './points-view.rules.ts'

type Props = {
  lines: readonly BoardLine[]
  /** Regions or provinces, in the order they are shown. */
  places: readonly string[]
  view: PointsView
  onView: (change: ViewChange) => void
}

export const PointFilters = ({ lines, places, view, onView }: Props) => {
  const { t } = useTranslation()
  const only = {
    trouble: lines.filter(hasTrouble).length,
    unmarked: lines.filter(({ unmarked }) => unmarked > 0).length,
  }
  const states = pointStates.map((state) => ({ value: state, label: t(`link.${state}`) }))
  return (
    <search className={`${classes.filters} no-print`}>
      <SearchField
        label={t('point.search')}
        value={view.q ?? ''}
        onChange={(q) => onView({ q: q || undefined })}
      />
      <NativeSelect
        aria-label={t('point.filter.state')}
        value={view.state ?? ''}
        data={[{ value: '', label: t('point.filter.anyState') }, ...states]}
        onChange={({ currentTarget: { value } }) =>
          onView({ state: pointStates.find((state) => state === value) })
        }
      />
      <NativeSelect
        aria-label={t('point.filter.place')}
        value={view.place ?? ''}
        data={[{ value: '', label: t('point.filter.anyPlace') }, ...places]}
        onChange={({ currentTarget: { value } }) => onView({ place: value || undefined })}
      />
      {(['trouble', 'unmarked'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className={classes.toggle}
          aria-pressed={view.only === kind}
          onClick={() => onView({ only: view.only === kind ? undefined : kind })}
        >
          {t(`point.filter.${kind}`)} <b>{only[kind]}</b>
        </button>
      ))}
    </search>
  )
}
