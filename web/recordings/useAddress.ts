// The address a recording is played from, asked for anew when the one in use has ended; not for ever.
import { useCallback, useEffect, useRef, useState } from 'react'
import { addressOf } from './recording-queries.ts'

/** A device that cannot play it refuses at once, whatever the address. */
const leastMs = 5_000

export const useAddress = (conferenceId: string, recordingId: string) => {
  const [address, setAddress] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [broken, setBroken] = useState(false)
  const asked = useRef(0)
  const ask = useCallback(() => {
    asked.current = Date.now()
    setError(undefined)
    setBroken(false)
    addressOf(conferenceId, recordingId).then(setAddress, setError)
  }, [conferenceId, recordingId])
  useEffect(ask, [ask])
  const renew = useCallback(() => {
    if (Date.now() - asked.current > leastMs) return ask()
    setAddress(undefined)
    setBroken(true)
  }, [ask])
  return { address, error, broken, ask, renew }
}
