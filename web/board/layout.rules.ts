// How points are laid out on a screen that nobody scrolls: groups flow through columns, columns fill pages. All lengths
// are hundredths of the screen's height, so that 1080p and 4K show the same. Pure.

type Named<T> = { name: string; items: readonly T[] }

/** Part of a group in one column; `continued` when its beginning stands elsewhere. */
export type Block<T> = { name: string; continued: boolean; items: T[] }
export type Page<T> = Block<T>[][]

type Room<T> = { columns: number; height: number; heading: number; lengthOf: (item: T) => number }

/** Names of 2.6 hundredths are read from the last row of a hall. */
const nameLine = 3.1
/** Letters of that size that fit in a column of the least width. */
const lettersInLine = 19
const besideName = 1.9
/** The line below a name, where it takes a second one: a province and a state. */
export const wordLine = 1.9

export const headingHeight = 3.5
export const columnWidth = 32
export const columnGap = 2.2

/**
 * A long name takes two lines rather than being cut.
 * @param scale of all words, from 1
 */
export const pointHeight = ({ shortName }: { shortName: string }, scale = 1): number =>
  scale * (besideName + nameLine * Math.max(1, Math.ceil((shortName.length * scale) / lettersInLine)))

/** How many columns fit. @param width of the screen's body, in hundredths of its height */
export const columnsIn = (width: number): number =>
  Math.max(1, Math.floor((width + columnGap) / (columnWidth + columnGap)))

/** Columns of groups one after another; a group that does not fit goes on in the next under its heading. */
const columnsOf = <T>(groups: readonly Named<T>[], { height, heading, lengthOf }: Room<T>): Block<T>[][] => {
  const columns: Block<T>[][] = [[]]
  let left = height
  for (const { name, items } of groups) {
    let block: Block<T> | undefined
    for (const item of items) {
      const length = lengthOf(item)
      if (block && length > left) block = undefined
      if (!block) {
        if (heading + length > left && columns.at(-1)?.length) {
          columns.push([])
          left = height
        }
        block = { name, continued: item !== items[0], items: [] }
        columns.at(-1)?.push(block)
        left -= heading
      }
      block.items.push(item)
      left -= length
    }
  }
  return columns
}

const pagesIn = <T>(columns: Block<T>[][], many: number): Page<T>[] =>
  Array.from({ length: Math.ceil(columns.length / many) }, (_, page) =>
    columns.slice(page * many, (page + 1) * many),
  )

const finest = 0.5

type Fitted<T> = { pages: Page<T>[]; scale: number }
type Screen<T> = { columns: number; height: number; lengthOf: (item: T, scale: number) => number }

/** Where everything fits on one page its words are as large as that page allows. */
const scales = [1.25, 1.2, 1.15, 1.1, 1.05]

/** The pages of a screen, and by how much its words are larger than they must be. */
export const fitted = <T>(groups: readonly Named<T>[], { lengthOf, ...screen }: Screen<T>): Fitted<T> => {
  for (const scale of scales) {
    const heading = headingHeight * scale
    const pages = pagesOf(groups, { ...screen, heading, lengthOf: (item) => lengthOf(item, scale) })
    if (pages.length < 2) return { pages, scale }
  }
  const room = { ...screen, heading: headingHeight, lengthOf: (item: T) => lengthOf(item, 1) }
  return { pages: pagesOf(groups, room), scale: 1 }
}

/** The pages of a screen: every item once, no column longer than the room; a single page has columns of like length. */
export const pagesOf = <T>(groups: readonly Named<T>[], room: Room<T>): Page<T>[] => {
  const full = columnsOf(groups, room)
  if (full.length > room.columns) return pagesIn(full, room.columns)
  const all = groups.reduce(
    (sum, { items }) => sum + room.heading + items.reduce((own, item) => own + room.lengthOf(item), 0),
    0,
  )
  for (let height = all / room.columns; height < room.height; height += finest) {
    const even = columnsOf(groups, { ...room, height })
    if (even.length <= room.columns) return [even]
  }
  return [full]
}
