// One large picture, or a shared screen, and the others in a strip beside or below it.
import { useTranslation } from 'react-i18next'
import { useRoom } from '../room-context.ts'
import { useSeatName } from '../useSeatWord.ts'
import { gap } from './layout.rules.ts'
import { Picture } from './Picture.tsx'
import classes from './Stage.module.css'
import type { Shared, StageSeat } from './seats.rules.ts'
import { Tile } from './Tile.tsx'
import type { SpeakerOf } from './view.rules.ts'

type Props = { view: SpeakerOf; called: StageSeat | undefined }

export const SpeakerView = ({ view: { shape, content, main, strip }, called }: Props) => {
  const large = strip.length === 0 ? undefined : shape.main
  return (
    <div className={classes.speaker} style={{ gap, flexDirection: shape.beside ? 'row' : 'column' }}>
      <div className={classes.main} style={large} data-sized={large ? true : undefined}>
        {content ? <Content content={content} /> : null}
        {main ? <Tile key={main.seat} seat={main} called={main === called} /> : null}
      </div>
      {strip.length > 0 ? (
        <div
          className={classes.strip}
          style={{
            gap,
            width: shape.strip.width,
            gridTemplateColumns: `repeat(${shape.strip.columns}, ${shape.strip.tile}px)`,
          }}
        >
          {strip.map((seat) => (
            <div key={seat.seat} className={classes.framed}>
              <Tile seat={seat} called={seat === called} />
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}

const Content = ({ content: { seat, tile } }: { content: Shared }) => {
  const { t } = useTranslation('meeting')
  const { conferenceId } = useRoom()
  const name = useSeatName(conferenceId)
  const label = t('stage.content', { name: name(seat) })
  return (
    <figure className={classes.content} data-content={seat}>
      {tile && !tile.paused ? (
        <Picture tileId={tile.tileId} label={label} whole />
      ) : (
        <p className={classes.awaited}>{t(tile?.paused ? 'stage.paused' : 'stage.contentComing')}</p>
      )}
      <figcaption className={classes.caption}>{label}</figcaption>
    </figure>
  )
}
