// What the log says when a quota of the media service leaves somebody without a seat; an alarm looks for it.
export const quotaReached = 'a quota of the media service leaves seats out'
