// What was found in all: how many, of which kinds and years, and what was searched for besides the words typed.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { kinds } from '#functions/search/kinds.data.ts'
import type { Found, Kind } from '#functions/search/schema.ts'
import { count } from '#web/lib/format.ts'
import { Pills } from '#web/ui/Pills.tsx'
import classes from './Search.module.css'
import { isNarrowed, kindNamed, type Sought } from './sought.ts'
import './add-words.ts'

type Props = { found: Found; sought: Sought; onSeek: (sought: Partial<Sought>) => void }

const periodOf = (year: string): Pick<Sought, 'from' | 'to'> => ({
  from: `${year}-01-01`,
  to: `${Number(year) + 1}-01-01`,
})

export const Findings = ({ found, sought, onSeek }: Props) => {
  const { t } = useTranslation('archive')
  const { total, byKind } = found
  const many = (kind: Kind) => byKind[kind] ?? 0
  const shown = kinds.filter((kind) => many(kind) > 0 || kind === sought.kind)
  const all = kinds.reduce((sum, kind) => sum + many(kind), 0)
  const pills = [
    { value: '', word: t('kind.all'), many: all },
    ...shown.map((kind) => ({ value: kind, word: t(`kind.${kind}`), many: many(kind) })),
  ]
  return (
    <section className={classes.findings} aria-label={t('kinds')}>
      <Pills
        label={t('kinds')}
        pills={pills}
        chosen={sought.kind ?? ''}
        onChoose={(kind) => onSeek({ kind: kindNamed(kind) })}
      />
      <Years found={found} sought={sought} onSeek={onSeek} />
      <div role="status" className={classes.told}>
        <p>
          <b>{t('found', { count: total, shown: count(total) })}</b>
        </p>
        {found.loosened ? <p>{t('loosened')}</p> : null}
        {found.also.map(({ name, as }) => (
          <p key={name}>{t('also', { name, as: as.join(', ') })}</p>
        ))}
      </div>
      <Also found={found} sought={sought} onSeek={onSeek} />
    </section>
  )
}

const Also = ({ found, sought, onSeek }: Props) => {
  const { t } = useTranslation('archive')
  const only = sought.related === 'no'
  return (
    <div className={classes.also}>
      {found.also.length > 0 || only ? (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onSeek({ related: only ? undefined : 'no' })}
        >
          {only ? t('alsoAgain') : t('alsoNot')}
        </Button>
      ) : null}
      {isNarrowed(sought) ? (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() =>
            onSeek({ from: undefined, to: undefined, unit: undefined, chair: undefined, kind: undefined })
          }
        >
          {t('clear')}
        </Button>
      ) : null}
    </div>
  )
}

/** Years one may go to; more than one, or there is nothing to choose. */
const Years = ({ found: { byYear }, sought, onSeek }: Props) => {
  const { t } = useTranslation('archive')
  const dated = byYear.filter(({ year }) => year !== 'unknown')
  const undated = byYear.find(({ year }) => year === 'unknown')
  if (dated.length < 2) return null
  return (
    <p className={classes.years}>
      <span>{t('years')}</span>
      {dated.map(({ year, count: many }) => (
        <button
          key={year}
          type="button"
          className={classes.year}
          aria-pressed={sought.from === periodOf(year).from && sought.to === periodOf(year).to}
          onClick={() => onSeek(periodOf(year))}
        >
          {year} ({count(many)})
        </button>
      ))}
      {undated ? (
        <span>
          {t('unknownYear')} ({count(undated.count)})
        </span>
      ) : null}
    </p>
  )
}
