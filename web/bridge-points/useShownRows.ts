// Which rows of a long table are drawn: those near the window, and all of them on paper.
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Up to here all rows are drawn: the browser's own search finds them. */
const allMost = 150
const rowPx = 37
const besides = 4

const usePrinting = (): boolean => {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // Before the page is laid out for paper, so not when React finds time.
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}

type Shown = {
  indexes: readonly number[]
  /** Room for the rows before and after, in pixels. */
  before: number
  after: number
  measure: ((row: HTMLTableRowElement | null) => void) | undefined
}

/** @param topPx where the rows begin on the page */
export const useShownRows = (count: number, topPx: number): Shown => {
  const all = usePrinting() || count <= allMost
  const virtual = useWindowVirtualizer<HTMLTableRowElement>({
    count,
    enabled: !all,
    estimateSize: () => rowPx,
    overscan: besides,
    scrollMargin: topPx,
    // Rows are drawn when the browser is ready for them, not within the event.
    useFlushSync: false,
  })
  if (all)
    return { indexes: Array.from({ length: count }, (_, at) => at), before: 0, after: 0, measure: undefined }
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  return {
    indexes: items.map(({ index }) => index),
    before: first ? first.start - topPx : 0,
    after: last ? virtual.getTotalSize() - (last.end - topPx) : 0,
    measure: virtual.measureElement,
  }
}
