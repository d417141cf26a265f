// The server's time, so that every screen's countdown agrees whatever the device's clock says.
import { useEffect, useState } from 'react'

let offsetMs = 0

/**
 * Learns the offset from an answer's `Server-Time`, taken at the middle of the round trip.
 * @param sentAt device time in milliseconds when the request left
 */
export const learnServerTime = (response: Response, sentAt: number): void => {
  const told = Date.parse(response.headers.get('server-time') ?? '')
  if (!Number.isNaN(told)) offsetMs = told - (sentAt + Date.now()) / 2
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
