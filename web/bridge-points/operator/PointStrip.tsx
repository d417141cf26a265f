// What matters now, always in sight: our link, where the conference stands, the clock, the centre's telephone.
import { IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PointDetail } from '#functions/bridge-points/detail.schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { ConferenceState } from '#web/conferences/ConferenceState.tsx'
import { hourMinute, wallClock } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { PointGlyph } from '#web/ui/PointGlyph.tsx'
import classes from './Operator.module.css'
import { technicalOf } from './operator-queries.ts'
import { dialPhone, readPhone } from './phone.rules.ts'

export const PointStrip = ({ conference, point }: { conference: Conference; point: PointDetail }) => {
  const { t } = useTranslation('operator')
  const { name, row, link } = point
  const since = link.since ?? row.since
  return (
    <section className={classes.strip} aria-label={t('strip')}>
      <div className={classes.ours}>
        <h2 className={classes.name}>{name}</h2>
        <span className={classes.link}>
          <PointGlyph
            state={row.state}
            since={since && row.state !== 'not-connected' ? t('since', { at: hourMinute(since) }) : undefined}
          />
        </span>
      </div>
      <div className={classes.now}>
        <Clock />
        <ConferenceState state={conference.state} />
      </div>
      <CentreLine conferenceId={conference.id} />
    </section>
  )
}

const Clock = () => <b className={classes.clock}>{wallClock(useServerNow())}</b>

const CentreLine = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation('operator')
  const { data } = useQuery(technicalOf(conferenceId))
  const [first, ...others] = data?.centre ?? []
  if (!data) return null
  if (!first) return <p className={classes.noPhone}>{t('centre.none')}</p>
  const [main = '', ...more] = first.phones
  return (
    <div className={classes.centre}>
      <a
        href={dialPhone(main)}
        className={classes.phone}
        aria-label={`${t('centre.call')}: ${readPhone(main)}`}
      >
        <IconPhone size={22} stroke={1.8} aria-hidden="true" />
        {readPhone(main)}
      </a>
      <span className={classes.whose}>
        {[t('centre.call'), t(`centre.role.${first.role}`), first.name ?? first.post].join(' · ')}
      </span>
      {[...more, ...others.flatMap(({ phones }) => phones)].slice(0, 3).map((phone) => (
        <a key={phone} href={dialPhone(phone)} className={classes.second}>
          {readPhone(phone)}
        </a>
      ))}
    </div>
  )
}
