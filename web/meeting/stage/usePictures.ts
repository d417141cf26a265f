// Has the client fetch the pictures a page shows, and no others.
import type { VideoPriorityBasedPolicy } from 'amazon-chime-sdk-js'
import { useEffect } from 'react'
import type { Wanted } from './pictures.rules.ts'

/** @param policy decides which pictures are fetched */
export const usePictures = (policy: VideoPriorityBasedPolicy, wanted: readonly Wanted[]): void => {
  const told = JSON.stringify(wanted)
  useEffect(() => {
    let over = false
    void import('./choose-pictures.ts').then(({ choosePictures }) => {
      if (!over) choosePictures(policy, JSON.parse(told))
    })
    return () => {
      over = true
    }
  }, [policy, told])
}
