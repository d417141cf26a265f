// The room's bar: microphone, camera, screen, the floor, layout, sound, the way out; each with its key, each in words.
import {
  IconDoorExit,
  IconKeyboard,
  IconMicrophone,
  IconMicrophoneOff,
  IconScreenShare,
  IconScreenShareOff,
  IconVideo,
  IconVideoOff,
  IconWifi,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActKeys } from '#web/ui/useActKeys.ts'
import { prefer } from '../lobby/preferences.ts'
import { useRoom } from '../room-context.ts'
import { type Layout, layoutAfter } from '../stage/layout.rules.ts'
import type { Turn } from '../stage/useStage.ts'
import { AskFloor } from './AskFloor.tsx'
import { CalledPrompt } from './CalledPrompt.tsx'
import { ControlButton } from './ControlButton.tsx'
import classes from './Controls.module.css'
import { KeysDialog } from './KeysDialog.tsx'
import { keys } from './keys.data.ts'
import { LayoutChoice } from './LayoutChoice.tsx'
import { Loudspeaker } from './Loudspeaker.tsx'
import { Pager } from './Pager.tsx'
import { StatusLine } from './StatusLine.tsx'
import { useActs } from './useActs.ts'

type Props = {
  turn: Turn | undefined
  /** Whether our picture is on the stage. */
  shown: boolean
  layout: Layout
  page: number
  pages: number
  onPage: (page: number) => void
}

const sign = { size: 20, stroke: 1.8, 'aria-hidden': true } as const

export const Controls = ({ turn, shown, layout, page, pages, onPage }: Props) => {
  const room = useRoom()
  const acts = useActs(turn, shown)
  const [asking, setAsking] = useState(false)
  const [helped, setHelped] = useState(false)
  const isPoint = room.seat.startsWith('bpt_')
  const turnTo = (to: number) => onPage(Math.min(Math.max(to, 0), pages - 1))
  useActKeys({
    [keys.microphone]: acts.microphone.reason ? undefined : acts.microphone.toggle,
    [keys.camera]: acts.camera.reason ? undefined : acts.camera.toggle,
    [keys.share]: acts.share.reason ? undefined : acts.share.toggle,
    [keys.layout]: room.lowBandwidth ? undefined : () => prefer({ layout: layoutAfter(layout) }),
    [keys.next]: () => turnTo(page + 1),
    [keys.previous]: () => turnTo(page - 1),
    [keys.request]: isPoint ? () => setAsking(true) : undefined,
    [keys.all]: () => setHelped(true),
  })
  return (
    <div className={classes.controls}>
      {acts.microphone.asked ? <CalledPrompt onOpen={acts.microphone.toggle} /> : null}
      <div className={classes.status}>
        <StatusLine acts={acts} />
        <span className={classes.gap} />
        <Pager page={page} pages={pages} onPage={turnTo} />
        <LayoutChoice layout={layout} />
      </div>
      <div className={classes.bar}>
        <Devices acts={acts} />
        {isPoint ? (
          <AskFloor open={asking} onOpen={() => setAsking(true)} onClose={() => setAsking(false)} />
        ) : null}
        <span className={classes.gap} />
        <Loudspeaker />
        <Rest onHelp={() => setHelped(true)} />
      </div>
      <KeysDialog open={helped} onClose={() => setHelped(false)} />
    </div>
  )
}

const Devices = ({ acts: { microphone, camera, share, shown } }: { acts: ReturnType<typeof useActs> }) => {
  const { t } = useTranslation('meeting')
  return (
    <>
      <ControlButton
        sign={microphone.muted ? <IconMicrophoneOff {...sign} /> : <IconMicrophone {...sign} />}
        word={t(microphone.muted ? 'controls.unmute' : 'controls.mute')}
        keyOf="microphone"
        tone={microphone.muted ? 'off' : 'live'}
        reason={microphone.reason}
        onClick={microphone.toggle}
      />
      <ControlButton
        sign={shown ? <IconVideo {...sign} /> : <IconVideoOff {...sign} />}
        word={t(shown ? 'controls.hidePicture' : 'controls.showPicture')}
        keyOf="camera"
        {...(shown ? {} : { tone: 'off' as const })}
        busy={camera.busy}
        reason={camera.reason}
        onClick={camera.toggle}
      />
      <ControlButton
        sign={share.sharing ? <IconScreenShareOff {...sign} /> : <IconScreenShare {...sign} />}
        word={t(share.sharing ? 'controls.unshare' : 'controls.share')}
        keyOf="share"
        {...(share.sharing ? { tone: 'live' as const } : {})}
        reason={share.reason}
        onClick={share.toggle}
      />
    </>
  )
}

const Rest = ({ onHelp }: { onHelp: () => void }) => {
  const { t } = useTranslation('meeting')
  const { lowBandwidth, setLowBandwidth, leave } = useRoom()
  return (
    <>
      <ControlButton
        sign={<IconWifi {...sign} />}
        word={t('controls.narrow')}
        pressed={lowBandwidth}
        onClick={() => setLowBandwidth(!lowBandwidth)}
      />
      <button
        type="button"
        className={classes.turn}
        aria-label={t('controls.keys')}
        title={t('controls.keys')}
        onClick={onHelp}
      >
        <IconKeyboard {...sign} />
      </button>
      <ControlButton
        sign={<IconDoorExit {...sign} />}
        word={t('session.leave')}
        tone="leave"
        onClick={() => void leave()}
      />
    </>
  )
}
