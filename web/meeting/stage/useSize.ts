// The room an element has, renewed as windows and tablets turn.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Size } from './layout.rules.ts'

export const useSize = <E extends HTMLElement>(): [RefObject<E | null>, Size] => {
  const element = useRef<E>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const measure = () => setSize({ width: current.clientWidth, height: current.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return [element, size]
}
