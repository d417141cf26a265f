// Keys of the words that say why something is not offered.

export const reasonKeys = [
  'whyWatching',
  'whyMuted',
  'whyNoPlace',
  'whyNoShare',
  'whyNarrow',
  'whyNoCapture',
  'whyListClosed',
] as const
