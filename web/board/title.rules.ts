// How large words may stand so that they are never cut: titles of 1,000 letters and names of speakers. Pure.

/** Width of an average letter and height of a line, in parts of the letters' size. */
const letter = 0.56
const line = 1.25

type Room = { width: number; height: number; most: number; least: number }

/** The largest size, in hundredths of the screen's height, at which a text of so many letters fits. */
export const sizeFor = (letters: number, { width, height, most, least }: Room): number => {
  for (let size = most; size > least; size -= 0.1) {
    const lines = Math.ceil((letters * letter * size) / width)
    if (lines * line * size <= height) return Math.round(size * 10) / 10
  }
  return least
}
