// One's own place in the list of speakers, asked for again every few seconds.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { isOver, type OpenLink, placeOf } from './link-api.ts'
import classes from './Personal.module.css'

type Place = { state: 'waiting' | 'speaking' | 'done' | 'skipped' | 'withdrawn'; before?: number | undefined }

export const PlacePanel = ({ link }: { link: OpenLink }) => {
  const { t } = useTranslation('personal')
  const { data, error, refetch } = useQuery(placeOf(link))
  const say = ({ state, before = 0 }: Place): string => {
    if (state !== 'waiting') return t(`floor.${state}`)
    return before === 0 ? t('floor.next') : t('floor.before', { count: before })
  }
  const list = data ? t(data.open ? 'floor.open' : 'floor.closed') : undefined
  return (
    <Panel title={t('floor.title')} aside={list}>
      {error && !data && !isOver(error) ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting what={t('floor.title').toLocaleLowerCase()} rows={1} />}
      {data?.places.length === 0 ? (
        <div>
          <p>{t('floor.none')}</p>
          <p className={classes.quiet}>{t('floor.noneHint')}</p>
        </div>
      ) : null}
      <ol className={classes.places} aria-live="polite">
        {data?.places.map((place, at) => (
          <li key={`place-${String(at)}`} data-state={place.state}>
            {place.kind === 'point-of-order' ? `${t('floor.pointOfOrder')}: ` : ''}
            {say(place)}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
