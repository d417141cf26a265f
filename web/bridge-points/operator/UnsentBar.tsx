// The banner at the foot of every page: how many acts wait and since when, which were refused, that others' are here too.
import { Button } from '@mantine/core'
import { IconCloudUp } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hourMinute } from '#web/lib/format.ts'
import { summaryOf } from '#web/lib/outbox/outbox.rules.ts'
import { sendNow } from '#web/lib/outbox/outbox.ts'
import { useOutbox } from '#web/lib/outbox/useOutbox.ts'
import { useOnline } from '#web/lib/useOnline.ts'
import { RefusedActs } from './RefusedActs.tsx'
import classes from './UnsentBar.module.css'

/** Where the line is good an act is sent before anybody could read that it is not. */
const patienceMs = 1_500

const useLasting = (now: boolean): boolean => {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLasting(now), now ? patienceMs : 0)
    return () => clearTimeout(timer)
  }, [now])
  return lasting && now
}

/** Tells others at the foot of the screen how high the banner is. */
const useToldHeight = () => {
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    const tell = () =>
      document.documentElement.style.setProperty('--banner', `${bar.current?.offsetHeight ?? 0}px`)
    const watch = new ResizeObserver(tell)
    if (bar.current) watch.observe(bar.current)
    return () => watch.disconnect()
  }, [])
  return bar
}

export const UnsentBar = () => {
  const { t } = useTranslation('operator')
  const { acts, sub, broken } = useOutbox()
  const online = useOnline()
  const bar = useToldHeight()
  const { unsent, since, refused, others } = summaryOf(acts, sub)
  const waited = useLasting(unsent > 0)
  const telling = unsent > 0 && (waited || !online)
  const shown = telling || refused.length > 0 || others > 0 || broken
  return (
    <aside ref={bar} className={shown ? classes.bar : undefined} aria-label={t('unsent.bar')} data-frame>
      <div role="status">
        {telling && since ? <Counting count={unsent} since={since} online={online} /> : null}
        {others > 0 ? <p>{t('unsent.others', { count: others })}</p> : null}
      </div>
      {broken ? (
        <p role="alert" className={classes.strong}>
          {t('unsent.broken')}
        </p>
      ) : null}
      {refused.length > 0 ? <RefusedActs acts={refused} /> : null}
    </aside>
  )
}

const Counting = ({ count, since, online }: { count: number; since: number; online: boolean }) => {
  const { t } = useTranslation('operator')
  const { sending } = useOutbox()
  const how = !online ? t('unsent.offline') : sending ? t('unsent.sending') : t('unsent.trying')
  return (
    <div className={classes.counting}>
      <IconCloudUp size={24} stroke={1.6} aria-hidden="true" />
      <p>
        <b>{t('unsent.count', { count, since: hourMinute(since) })}</b> <span>{how}</span>
      </p>
      <Button variant="default" onClick={() => void sendNow(true)}>
        {t('unsent.now')}
      </Button>
    </div>
  )
}
