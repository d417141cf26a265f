// Keeps the device's screen from going dark while a page is shown that people look at without touching it.
import { useEffect } from 'react'

/** A lock is let go whenever the page is hidden: it is asked for again. Some browsers have none, or refuse. */
export const useAwake = (wanted = true): void => {
  useEffect(() => {
    if (!wanted) return
    let lock: WakeLockSentinel | undefined
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      lock = await navigator.wakeLock.request('screen').catch(() => undefined)
    }
    void ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [wanted])
}
