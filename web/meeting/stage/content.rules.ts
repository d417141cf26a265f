// What is shared comes from an attendee beside the seat's own, told by its mark. Pure.

const mark = '#content'

export const isContent = (attendeeId: string): boolean => attendeeId.endsWith(mark)

/** The attendee's, and the seat's, whose screen it is. */
export const sharerOf = (id: string): string => (isContent(id) ? id.slice(0, -mark.length) : id)

type Sharer = { attendeeId: string; seat: string }

/**
 * The shared screen to look at: that of whoever has the floor, else the newest; never our own, which we have before us.
 * @param sharers attendees who send a screen, in the order they began
 */
export const contentShown = <One extends Sharer>(
  sharers: readonly One[],
  { own, called }: { own: string; called: string | undefined },
): One | undefined => {
  const others = sharers.filter(({ seat }) => seat !== own)
  return others.find(({ seat }) => seat === called) ?? others.at(-1)
}
