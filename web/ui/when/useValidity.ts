// A field that knows by itself that what is typed cannot be meant: says so once left, and keeps its form from being sent.
import { useEffect, useRef, useState } from 'react'

/** @param wrong what to say; undefined while what is typed may stand */
export const useValidity = (wrong: string | undefined) => {
  const ref = useRef<HTMLInputElement>(null)
  const [left, setLeft] = useState(false)
  // After every drawing: the house clears what a field says of itself whenever it changes.
  useEffect(() => {
    ref.current?.setCustomValidity(wrong ?? '')
  })
  return { ref, shown: left ? wrong : undefined, onLeave: () => setLeft(true) }
}
