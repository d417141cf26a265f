// The stage: who has the floor, the pictures, and what a person may do there.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Controls } from '../controls/Controls.tsx'
import { useRoom } from '../room-context.ts'
import { CalledBar } from './CalledBar.tsx'
import { GridView } from './GridView.tsx'
import { SpeakerView } from './SpeakerView.tsx'
import classes from './Stage.module.css'
import { usePictures } from './usePictures.ts'
import { useSize } from './useSize.ts'
import { useStage } from './useStage.ts'
import { viewOf } from './view.rules.ts'

export const Stage = () => {
  const { t } = useTranslation('meeting')
  const { policy, lowBandwidth } = useRoom()
  const staged = useStage()
  const [element, size] = useSize<HTMLDivElement>()
  const [wantedPage, setPage] = useState(0)
  const view = viewOf(staged, { size, page: wantedPage, lowBandwidth })
  usePictures(policy, view.wanted)
  const { turn, warningSeconds, called, layout, seats } = staged
  return (
    <div className={classes.stage}>
      {turn ? <CalledBar turn={turn} warningSeconds={warningSeconds} present={called !== undefined} /> : null}
      <section className={classes.pictures} aria-label={t('stage.pictures')} data-layout={layout}>
        <div ref={element} className={classes.area}>
          {view.kind === 'grid' ? (
            <GridView view={view} size={size} called={called} />
          ) : (
            <SpeakerView view={view} called={called} />
          )}
        </div>
      </section>
      {seats.length === 1 ? <p className={classes.alone}>{t('stage.alone')}</p> : null}
      <Controls
        turn={turn}
        shown={seats.some(({ own, sends }) => own && sends)}
        layout={layout}
        page={view.page}
        pages={view.pages}
        onPage={setPage}
      />
    </div>
  )
}
