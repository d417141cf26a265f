// What the log says when somebody is left without a seat or a voice; an alarm looks for each.

/** A quota of the media service stands in the way. */
export const quotaReached = 'a quota of the media service leaves seats out'

/** What failed again and again is left until the next order. */
export const roomGivenUp = 'a room could not be made as it should be'
