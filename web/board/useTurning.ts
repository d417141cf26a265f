// Pages that turn by themselves; arrow keys turn at once, and the time begins anew.
import { useEffect, useState } from 'react'

/** @param pages how many there are @param every seconds @returns the page shown, from 0 */
export const useTurning = (pages: number, every: number): number => {
  const [page, setPage] = useState(0)
  const shown = pages > 0 ? page % pages : 0
  useEffect(() => {
    if (pages < 2) return
    const turn = (by: number) => setPage((shown + by + pages) % pages)
    const timer = setTimeout(turn, every * 1000, 1)
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowRight') turn(1)
      if (key === 'ArrowLeft') turn(-1)
    }
    addEventListener('keydown', onKey)
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', onKey)
    }
  }, [shown, pages, every])
  return shown
}
