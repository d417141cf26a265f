// Our camera: shown or not, and that it is being opened.
import { useState } from 'react'
import { useRoom } from '../room-context.ts'

type Camera = { busy: boolean; failed: boolean; toggle: () => void }

/** @param shown whether our picture is on the stage */
export const useCamera = (shown: boolean): Camera => {
  const { showPicture } = useRoom()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const toggle = () => {
    if (state === 'busy') return
    setState('busy')
    showPicture(!shown).then(
      (now) => setState(now === shown ? 'failed' : 'idle'),
      () => setState('failed'),
    )
  }
  return { busy: state === 'busy', failed: state === 'failed', toggle }
}
