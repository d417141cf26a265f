// Where a bulletin stands: who submitted, who approved, its public address and how often it was opened.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PublicCounts } from '#functions/bulletins/public.schema.ts'
import { count, moment as when } from '#web/lib/format.ts'
import notes from '#web/ui/Note.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'
import classes from './Bulletins.module.css'
import type { BulletinShown } from './bulletin-queries.ts'

const tones: Record<BulletinShown['state'], Tone> = {
  draft: 'quiet',
  submitted: 'busy',
  approved: 'busy',
  published: 'good',
  withdrawn: 'warn',
}

/** Asked of the public place, as any reader would: the API knows no counts. */
const useCounts = (address: string | undefined) =>
  useQuery({
    queryKey: ['bulletin-counts', address],
    queryFn: async () => {
      const answer = await fetch(`${new URL(address ?? '').pathname}counts.json`)
      return answer.ok ? PublicCounts.parse(await answer.json()) : null
    },
    enabled: address !== undefined,
    refetchInterval: 60_000,
  }).data

const Address = ({ address, since }: { address: string; since: string }) => {
  const { t } = useTranslation('bulletins')
  const counts = useCounts(address)
  return (
    <>
      <p>
        {t('public', { at: when(since) })} <a href={address}>{address}</a>
      </p>
      {counts ? (
        <p>
          {t('counts', {
            total: count(counts.total),
            today: count(counts.today),
            online: count(counts.online),
          })}
        </p>
      ) : null}
    </>
  )
}

export const BulletinStanding = ({
  bulletin,
  children,
}: {
  bulletin: BulletinShown
  children?: React.ReactNode
}) => {
  const { t } = useTranslation('bulletins')
  const { state, submitted, returned, failed, approved, withdrawn, address, shownSince } = bulletin
  return (
    <Panel title={t('standing')} aside={<StateChip tone={tones[state]}>{t(`state.${state}`)}</StateChip>}>
      {returned ? (
        <div className={notes.note} role="status">
          <p className={notes.what}>{t('returnedBy', { name: returned.name, at: when(returned.at) })}</p>
          <p className={classes.told}>{returned.note}</p>
        </div>
      ) : null}
      {failed ? (
        <div className={notes.note} data-tone="problem" role="status">
          <p className={notes.what}>
            {t('failedAt', { at: when(failed.at), n: failed.place, caption: failed.caption })}
          </p>
          <p>{t('failedHint')}</p>
        </div>
      ) : null}
      <div className={classes.facts}>
        {submitted ? <p>{t('submittedBy', { name: submitted.name, at: when(submitted.at) })}</p> : null}
        {approved ? <p>{t('approvedBy', { name: approved.name, at: when(approved.at) })}</p> : null}
        {withdrawn ? (
          <p>
            {t('withdrawnBy', { name: withdrawn.name, at: when(withdrawn.at), reason: withdrawn.reason })}
          </p>
        ) : null}
        {address && shownSince ? <Address address={address} since={shownSince} /> : <p>{t('notPublic')}</p>}
      </div>
      {children}
    </Panel>
  )
}
