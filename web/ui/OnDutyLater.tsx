// Fetches, once the first page stands, what goes on beside every page: sending what waits, keeping the link's heartbeat.
import { type ComponentType, useEffect, useState } from 'react'

export const OnDutyLater = () => {
  const [OnDuty, setOnDuty] = useState<ComponentType>()
  useEffect(() => {
    import('#web/bridge-points/operator/OnDuty.tsx')
      .then((module) => setOnDuty(() => module.OnDuty))
      // Without a line it comes with the next page.
      .catch(() => undefined)
  }, [])
  return OnDuty ? <OnDuty /> : null
}
