// How a stage divides its room: pages of a grid, a large picture with a strip, and the size of each. Pure.

/** What the media service gives one client at most, and so a page. */
export const mostPictures = 25

export const layouts = ['speaker', 'grid-4', 'grid-9', 'grid-16', 'grid-25'] as const
export type Layout = (typeof layouts)[number]

export const perPage = { 'grid-4': 4, 'grid-9': 9, 'grid-16': 16, 'grid-25': mostPictures } as const

export const layoutAfter = (layout: Layout): Layout =>
  layouts[(layouts.indexOf(layout) + 1) % layouts.length] ?? 'speaker'

type Page<One> = {
  shown: One[]
  /** From 0, within what there is. */
  page: number
  pages: number
}

/**
 * @param size seats of one page, the pinned included
 * @param pinned stands first on every page
 */
export const pageOf = <One>(
  seats: readonly One[],
  { size, page, pinned }: { size: number; page: number; pinned?: One | undefined },
): Page<One> => {
  const first = pinned === undefined ? [] : [pinned]
  const rest = seats.filter((seat) => seat !== pinned)
  const room = Math.max(1, Math.min(size, mostPictures) - first.length)
  const pages = Math.max(1, Math.ceil(rest.length / room))
  const at = Math.min(Math.max(page, 0), pages - 1)
  return { shown: [...first, ...rest.slice(at * room, (at + 1) * room)], page: at, pages }
}

export type Size = { width: number; height: number }
type Shape = { columns: number; width: number; height: number }

export const gap = 8
const aspect = 16 / 9

/** The columns that make so many pictures largest. */
export const gridShape = (many: number, { width, height }: Size): Shape => {
  let best: Shape = { columns: 1, width: 0, height: 0 }
  for (let columns = 1; columns <= many; columns += 1) {
    const rows = Math.ceil(many / columns)
    const wide = (width - gap * (columns - 1)) / columns
    const high = (height - gap * (rows - 1)) / rows
    const fits = Math.floor(Math.min(wide, high * aspect))
    if (fits > best.width) best = { columns, width: fits, height: Math.floor(fits / aspect) }
  }
  return best
}

type Strip = Size & {
  columns: number
  /** Width of each tile. */
  tile: number
  /** Seats it has room for. */
  many: number
}
export type SpeakerShape = { main: Size; strip: Strip; beside: boolean }

const stripTile = { least: 176, most: 340 }

const stripOf = ({ width, height }: Size, columns: number): Strip => {
  const wide = (width - gap * (columns - 1)) / columns
  const rows = Math.max(1, Math.floor((height + gap) / (wide / aspect + gap)))
  return { width, height, columns, tile: wide, many: Math.min(columns * rows, mostPictures - 2) }
}

/** As wide as the large picture leaves, within what its tiles need. */
const stripBeside = ({ width, height }: Size, columns: number): Strip => {
  const spare = width - gap - height * aspect
  const [least, most] = [stripTile.least, stripTile.most].map((tile) => tile * columns + gap * (columns - 1))
  return stripOf({ width: Math.floor(Math.min(most ?? 0, Math.max(least ?? 0, spare))), height }, columns)
}

/** As large as so many can be where all have room. */
const stripBelow = ({ width, height }: Size, many: number): Strip => {
  const strip = stripOf({ width, height }, Math.max(1, Math.floor((width + gap) / (stripTile.least + gap))))
  if (many > strip.many) return strip
  const { columns, width: tile } = gridShape(many, { width, height })
  return { ...strip, columns, tile }
}

/**
 * The large picture as large as it may be, and the strip where room is left: beside it, in a second column where one
 * does not hold all, or below on an upright screen.
 * @param many seats of the strip
 */
export const speakerShape = (size: Size, many: number): SpeakerShape => {
  const { width, height } = size
  if (width > height * 1.1) {
    const one = stripBeside(size, 1)
    const strip = one.many >= many || width < 1000 ? one : stripBeside(size, 2)
    return { main: { width: Math.max(0, width - strip.width - gap), height }, strip, beside: true }
  }
  const main = Math.max(0, Math.min(width / aspect, height - 120))
  const strip = stripBelow({ width, height: Math.max(0, height - main - gap) }, many)
  return { main: { width, height: main }, strip, beside: false }
}
