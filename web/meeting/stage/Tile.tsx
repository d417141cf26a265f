// One seat of the stage: its picture or what stands for it, its name, whether it is heard, how its line is.
import { IconAntennaBars2, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Emblem } from '#web/ui/Emblem.tsx'
import { useRoom } from '../room-context.ts'
import { Picture } from './Picture.tsx'
import type { StageSeat } from './seats.rules.ts'
import classes from './Tile.module.css'
import { useLoudness } from './useLoudness.ts'
import { useSeatFace } from './useSeatFace.ts'

type Props = {
  seat: StageSeat
  /** Has the floor. */
  called: boolean
}

const weak = 0.6

export const Tile = ({ seat, called }: Props) => {
  const { t } = useTranslation('meeting')
  const element = useRef<HTMLElement>(null)
  const { name, short, initials } = useSeatFace(seat.seat)
  const { attendeeId, own, muted, signal, tile } = seat
  useLoudness(element, attendeeId, muted)
  const Sound = muted ? IconMicrophoneOff : IconMicrophone
  return (
    <figure
      ref={element}
      className={classes.tile}
      data-called={called || undefined}
      data-seat={seat.seat}
      aria-label={name}
    >
      {tile && !tile.paused ? (
        <Picture tileId={tile.tileId} label={name} />
      ) : (
        <Unseen seat={seat} initials={initials} />
      )}
      <figcaption className={classes.name}>
        <Sound className={classes.sound} size={16} stroke={1.8} aria-hidden="true" />
        <span className="visually-hidden">{t(muted ? 'stage.muted' : 'stage.open')} </span>
        <span className={classes.words}>
          <span className={classes.full}>{name}</span>
          <span className={classes.short}>{own ? t('stage.you') : short}</span>
          {own ? <span className={classes.own}> ({t('stage.you')})</span> : null}
        </span>
      </figcaption>
      {signal < weak ? (
        <p className={classes.line}>
          <IconAntennaBars2 size={14} stroke={1.8} aria-hidden="true" />
          {t(signal === 0 ? 'stage.silent' : 'stage.weak')}
        </p>
      ) : null}
    </figure>
  )
}

/** Why there is no picture, in words; and what stands for the seat meanwhile. */
const Unseen = ({ seat: { own, sends, tile }, initials }: { seat: StageSeat; initials: string }) => {
  const { t } = useTranslation('meeting')
  const { lowBandwidth } = useRoom()
  const why = () => {
    if (tile?.paused) return 'stage.paused'
    if (!sends) return own ? 'stage.ownOff' : 'stage.noCamera'
    return lowBandwidth ? 'stage.saved' : 'stage.coming'
  }
  return (
    <div className={classes.unseen}>
      <span className={classes.face} aria-hidden="true">
        {initials || <Emblem size={40} />}
      </span>
      <span>{t(why())}</span>
    </div>
  )
}
