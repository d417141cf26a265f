// What was done last and how to take it back; an end of turn that has not been sent yet. Always there: nothing moves.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Desk.module.css'
import { KeyCap } from './KeyCap.tsx'
import type { Desk, Done, Held } from './useDesk.ts'

/** Whole seconds until a moment of the device's clock; 0 once it is past. */
const useSecondsTo = (until: number): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 200)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((until - now) / 1000))
}

export const DeskStatus = ({ desk }: { desk: Desk }) => {
  const { t } = useTranslation('desk')
  const { held, done, take, undo } = desk
  return (
    <div className={classes.status} data-held={held ? true : undefined}>
      {held ? (
        <HeldEnd held={held} onNow={() => take(held.act, held.who, held.before)} onKeep={undo} />
      ) : null}
      {done ? <LastAct key={done.until} done={done} busy={desk.busy} onUndo={undo} /> : null}
      {held || done ? null : <p className={classes.quiet}>{t('keyNote')}</p>}
    </div>
  )
}

const HeldEnd = ({ held, onNow, onKeep }: { held: Held; onNow: () => void; onKeep: () => void }) => {
  const { t } = useTranslation('desk')
  const count = useSecondsTo(held.until)
  return (
    <>
      <p role="alert">{t('held', { who: held.who, count })}</p>
      <Button variant="default" h={44} onClick={onNow} rightSection={<KeyCap of="yield" />}>
        {t('heldNow')}
      </Button>
      <Button variant="default" h={44} onClick={onKeep} rightSection={<KeyCap of="undo" />}>
        {t('keep')}
      </Button>
    </>
  )
}

const words = {
  call: 'done.call',
  order: 'done.order',
  yield: 'done.yield',
  extend: 'done.extend',
  suspend: 'done.suspend',
  skip: 'done.skip',
  restore: 'done.restore',
  open: 'done.open',
  close: 'done.close',
  item: 'done.item',
  start: 'done.start',
  end: 'done.end',
  take: 'done.take',
  undone: 'undone',
  'undo-call': 'undone',
  'item-end': 'undone',
} as const

const final: readonly string[] = ['extend', 'end']

const LastAct = ({ done, busy, onUndo }: { done: Done; busy: boolean; onUndo: () => void }) => {
  const { t } = useTranslation('desk')
  const count = useSecondsTo(done.until)
  return (
    <>
      <p role="status">
        {t(words[done.act], { who: done.who })} {final.includes(done.act) ? t('noUndo') : null}
      </p>
      {done.undo && count > 0 ? (
        <>
          <span className={classes.quiet} aria-hidden="true">
            {t('undoIn', { count })}
          </span>
          <Button
            variant="default"
            h={44}
            disabled={busy}
            onClick={onUndo}
            rightSection={<KeyCap of="undo" />}
          >
            {t('act.undo')}
          </Button>
        </>
      ) : null}
    </>
  )
}
