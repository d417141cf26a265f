// A row that has just changed glows once, so that an eye elsewhere is drawn to it; not for whoever wants no motion.
import { useEffect, useRef } from 'react'

const glow = [{ backgroundColor: 'var(--busy-soft)' }, { backgroundColor: 'transparent' }]

/** @param shown what the row says, as one value: it glows when that differs from before. @returns the row's ref */
export const useGlow = <E extends HTMLElement>(shown: string) => {
  const row = useRef<E>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    row.current?.animate(glow, { duration: 600, easing: 'ease-out' })
  }, [shown])
  return row
}
