// A signed-in delegate's own place in the list of speakers: asks for the floor, sees how many go before, takes it back.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { floorOf } from '#web/floor/floor-queries.ts'
import { useFloorAct } from '#web/floor/useFloorAct.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useMe } from '#web/lib/useMe.ts'
import own from '#web/personal/Personal.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { OwnPlaceRow } from './OwnPlaceRow.tsx'
import { ownPlacesOf } from './own-places.ts'

type Props = { invitation: Invitation; main: boolean }
type Kind = 'speech' | 'point-of-order'

const useAsk = ({ conference: { id }, point: { unitId }, delegate }: Invitation) =>
  useAct(
    (kind: Kind, key) =>
      api.conferences[':id'].floor.requests.$post(
        { param: { id }, json: { unitId, speaker: { delegateId: delegate.id }, kind } },
        intent(key),
      ),
    [conferenceKey(id)],
  )

export const OwnFloorPanel = ({ invitation, main }: Props) => {
  const { t } = useTranslation('delegate')
  const common = useTranslation().t
  const { conference, delegate } = invitation
  const { data: me } = useMe()
  const { data: floor, error, refetch } = useQuery(floorOf(conference.id))
  const ask = useAsk(invitation)
  const act = useFloorAct(conference.id)
  const mine = { sub: me?.sub ?? '', personId: me?.person?.id, delegateId: delegate.id }
  const places = floor ? ownPlacesOf(floor, mine) : []
  const waits = (kind: Kind) => places.some((place) => place.state === 'waiting' && place.kind === kind)
  const mayAsk = floor?.open === true && conference.state === 'in-session'
  const failed = ask.error ?? act.error
  return (
    <Panel
      title={common('section.floor')}
      aside={floor ? common(floor.open ? 'floor.listOpen' : 'floor.listClosed') : undefined}
    >
      <div className={own.stack}>
        {error && !floor ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
        {floor || error ? null : <Waiting what={common('section.floor').toLocaleLowerCase()} rows={1} />}
        {failed ? <ProblemNote error={failed} /> : null}
        {floor?.current ? (
          <p className={own.quiet}>{t('place.now', { name: floor.current.speaker.display })}</p>
        ) : null}
        {floor && places.length === 0 ? (
          <div>
            <p>{t('place.none')}</p>
            {mayAsk ? null : <p className={own.quiet}>{t('place.notYet')}</p>}
          </div>
        ) : null}
        <ol className={own.places} aria-live="polite">
          {places.map((place) => (
            <OwnPlaceRow
              key={`${place.requestId} ${place.state}`}
              place={place}
              turn={floor?.current}
              onWithdraw={() => act.mutate({ act: 'withdraw', requestId: place.requestId })}
            />
          ))}
        </ol>
        {mayAsk ? (
          <div className={own.acts}>
            {waits('speech') ? null : (
              <Button
                variant={main ? 'filled' : 'default'}
                loading={ask.isPending}
                onClick={() => ask.mutate('speech')}
              >
                {t('place.ask')}
              </Button>
            )}
            {waits('point-of-order') ? null : (
              <Button variant="default" onClick={() => ask.mutate('point-of-order')}>
                {t('place.order')}
              </Button>
            )}
          </div>
        ) : null}
      </div>
    </Panel>
  )
}
