// Microphone, camera and screen together, each with why it is not offered.
import { useRoom } from '../room-context.ts'
import type { Turn } from '../stage/useStage.ts'
import { cameraReason, microphoneReason, shareReason } from './reasons.rules.ts'
import { useCamera } from './useCamera.ts'
import { useMicrophone } from './useMicrophone.ts'
import { useShare } from './useShare.ts'

/** Phones and tablets have no screen to give. */
const canCapture = () => 'getDisplayMedia' in (navigator.mediaDevices ?? {})

export const useActs = (turn: Turn | undefined, shown: boolean) => {
  const room = useRoom()
  const microphone = useMicrophone(turn?.pointId === room.seat)
  const camera = useCamera(shown)
  const share = useShare()
  const narrow = { sharing: share.sharing, lowBandwidth: room.lowBandwidth, canCapture: canCapture() }
  return {
    shown,
    microphone: { ...microphone, reason: microphoneReason(microphone.muted, room) },
    camera: { ...camera, reason: cameraReason(shown, room) },
    share: { ...share, reason: shareReason(narrow, room) },
  }
}

export type Acts = ReturnType<typeof useActs>
