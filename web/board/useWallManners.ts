// How a screen in a hall behaves: dark unless asked, never asleep, no idle cursor, `f` for the whole screen.
import { useIdle } from '@mantine/hooks'
import { useEffect, useLayoutEffect } from 'react'
import { useAwake } from '#web/ui/useAwake.ts'

const schemeAttribute = 'data-mantine-color-scheme'

/** For this page alone: what the person chose for other pages stays as it was. */
const useScheme = (scheme: 'light' | 'dark') => {
  useLayoutEffect(() => {
    const root = document.documentElement
    const before = root.getAttribute(schemeAttribute)
    root.setAttribute(schemeAttribute, scheme)
    return () => {
      if (before) root.setAttribute(schemeAttribute, before)
    }
  }, [scheme])
}

export const toggleFullScreen = (): void => {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  // Refused where no person asked for it: the page stays as it is.
  change.catch(() => undefined)
}

const useFullScreenKey = () => {
  useEffect(() => {
    const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (key.toLowerCase() === 'f' && !ctrlKey && !metaKey && !altKey) toggleFullScreen()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

const idleMs = 3_000

/** @returns whether nobody is moving the pointer: the cursor and the wall's own links are hidden then */
export const useWallManners = (scheme: 'light' | 'dark'): boolean => {
  useScheme(scheme)
  useAwake()
  useFullScreenKey()
  return useIdle(idleMs)
}
