// The server's time, so that every screen's countdown agrees whatever the device's clock says.
import { useEffect, useState } from 'react'

let offsetMs = 0

/** When a request left, by the device's clock and by one that nobody sets. */
export type Departure = { time: number; tick: number }

export const departure = (): Departure => ({ time: Date.now(), tick: performance.now() })

/** A device's clock that went so much further, or less far, than the time that passed was set meanwhile. */
const setMs = 1000

/**
 * Learns the offset from an answer's `Server-Time`, taken at the middle of the round trip; nothing where the device's
 * clock was set on the way, for then nobody knows what the middle was.
 */
export const learnServerTime = (response: Response, sent: Departure): void => {
  const told = Date.parse(response.headers.get('server-time') ?? '')
  const back = departure()
  if (Number.isNaN(told) || Math.abs(back.time - sent.time - (back.tick - sent.tick)) > setMs) return
  offsetMs = told - (sent.time + back.time) / 2
}

/** How far the server's clock is known to be ahead of the device's, in milliseconds. */
export const learnedOffset = (): number => offsetMs

/** The server's present, in milliseconds. */
export const serverNow = (): number => Date.now() + offsetMs

/** The server's present, renewed every `everyMs`. */
export const useServerNow = (everyMs = 1000): number => {
  const [at, setAt] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setAt(serverNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return at
}
