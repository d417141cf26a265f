// The pictures a page wants, in the words of Chime's client; fetched with the client itself.
import {
  TargetDisplaySize,
  VideoPreference,
  VideoPreferences,
  type VideoPriorityBasedPolicy,
} from 'amazon-chime-sdk-js'
import type { Wanted } from './pictures.rules.ts'

const sizes = {
  large: TargetDisplaySize.High,
  middle: TargetDisplaySize.Medium,
  small: TargetDisplaySize.Low,
}

export const choosePictures = (policy: VideoPriorityBasedPolicy, wanted: readonly Wanted[]): void => {
  const preferences = VideoPreferences.prepare()
  for (const { attendeeId, priority, size } of wanted)
    preferences.add(new VideoPreference(attendeeId, priority, sizes[size]))
  policy.chooseRemoteVideoSources(preferences.build())
}
