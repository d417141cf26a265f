// Fetches, once the first page stands, what goes on beside every page: sending what waits, keeping the link's heartbeat.
import { type ComponentType, useEffect, useState } from 'react'

const againMs = 10_000

export const OnDutyLater = () => {
  const [OnDuty, setOnDuty] = useState<ComponentType>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    import('#web/bridge-points/operator/OnDuty.tsx')
      .then((module) => setOnDuty(() => module.OnDuty))
      // A line that was lost just then comes back: without this nothing that waits would be sent.
      .catch(() => {
        timer = setTimeout(() => setTries(tries + 1), againMs)
      })
    return () => clearTimeout(timer)
  }, [tries])
  return OnDuty ? <OnDuty /> : null
}
