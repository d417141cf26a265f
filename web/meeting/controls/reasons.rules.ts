// Why something is not offered just now, as a word's key. Pure.

type Rights = { viewOnly: boolean; maySpeak: boolean; mayShow: boolean }

/** A microphone that is open can always be closed. */
export const microphoneReason = (
  muted: boolean,
  { viewOnly, maySpeak }: Rights,
): 'whyWatching' | 'whyMuted' | undefined => {
  if (!muted || maySpeak) return undefined
  return viewOnly ? 'whyWatching' : 'whyMuted'
}

export const cameraReason = (
  shown: boolean,
  { viewOnly, mayShow }: Rights,
): 'whyWatching' | 'whyNoPlace' | undefined => {
  if (shown) return undefined
  if (viewOnly) return 'whyWatching'
  return mayShow ? undefined : 'whyNoPlace'
}

type Sharing = { sharing: boolean; lowBandwidth: boolean; canCapture: boolean }

export const shareReason = (
  { sharing, lowBandwidth, canCapture }: Sharing,
  { viewOnly, maySpeak }: Rights,
): 'whyWatching' | 'whyNoShare' | 'whyNarrow' | 'whyNoCapture' | undefined => {
  if (sharing) return undefined
  if (viewOnly) return 'whyWatching'
  if (!maySpeak) return 'whyNoShare'
  if (!canCapture) return 'whyNoCapture'
  return lowBandwidth ? 'whyNarrow' : undefined
}
