// Runs something that may fail outside the API's queries, and tells how it stands.
import { useState } from 'react'

export const useTry = (perform: () => Promise<unknown>) => {
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = () => {
    setRunning(true)
    setError(undefined)
    perform()
      .catch(setError)
      .finally(() => setRunning(false))
  }
  return { running, error, run }
}
