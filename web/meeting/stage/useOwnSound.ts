// Whether our own microphone is open, as the client knows it.
import type { AudioVideoFacade } from 'amazon-chime-sdk-js'
import { useCallback, useSyncExternalStore } from 'react'

export const useOwnMuted = (audioVideo: AudioVideoFacade): boolean => {
  const subscribe = useCallback(
    (listener: () => void) => {
      audioVideo.realtimeSubscribeToMuteAndUnmuteLocalAudio(listener)
      return () => audioVideo.realtimeUnsubscribeToMuteAndUnmuteLocalAudio(listener)
    },
    [audioVideo],
  )
  return useSyncExternalStore(subscribe, () => audioVideo.realtimeIsLocalAudioMuted())
}
