// A camera or a microphone, opened to be looked at before sitting down: its stream, or why there is none.
import { useEffect, useRef, useState } from 'react'
import { constraintsOf, type InputKind, isLostDevice, type Lack, lackOf } from './devices.rules.ts'
import { noDevice } from './preferences.ts'

export type Input =
  | { state: 'off' }
  | { state: 'opening' }
  | { state: 'lacking'; lack: Lack }
  | { state: 'open'; stream: MediaStream }

const fetchOf = (kind: InputKind, id: string | undefined) => {
  const track = constraintsOf(kind, id)
  return navigator.mediaDevices.getUserMedia(kind === 'camera' ? { video: track } : { audio: track })
}

const nameIn = (error: unknown) => (error instanceof Error ? error.name : '')

const open = async (kind: InputKind, id: string | undefined): Promise<Input> => {
  if (!navigator.mediaDevices) return { state: 'lacking', lack: 'insecure' }
  try {
    const stream = await fetchOf(kind, id).catch((error) => {
      if (id && isLostDevice(nameIn(error))) return fetchOf(kind, undefined)
      throw error
    })
    return { state: 'open', stream }
  } catch (error) {
    return { state: 'lacking', lack: lackOf(nameIn(error)) }
  }
}

const stop = (input: Input) => {
  if (input.state === 'open') for (const track of input.stream.getTracks()) track.stop()
}

/** Opens it, again where a person or a cable gives reason to, until it is closed. */
const holdInput = (kind: InputKind, id: string | undefined, tell: (input: Input) => void) => {
  let held: Input = { state: 'opening' }
  let closed = false
  const hold = (input: Input) => {
    held = input
    tell(input)
  }
  const begin = async () => {
    stop(held)
    hold({ state: 'opening' })
    const found = await open(kind, id)
    if (closed) stop(found)
    else hold(found)
  }
  const onChange = () => {
    if (held.state === 'lacking') void begin()
  }
  const { mediaDevices } = navigator
  mediaDevices?.addEventListener('devicechange', onChange)
  void begin()
  const close = () => {
    closed = true
    mediaDevices?.removeEventListener('devicechange', onChange)
    stop(held)
  }
  return { begin, close }
}

/**
 * @param id as preferred; `none` where the device is not wanted
 * @param wanted closed without it, as when the room itself takes the device
 * @returns the input, and how to try again after a permission was given
 */
export const useInput = (kind: InputKind, id: string | undefined, wanted: boolean) => {
  const [input, setInput] = useState<Input>({ state: 'opening' })
  const again = useRef(() => {})
  const off = !wanted || id === noDevice
  useEffect(() => {
    if (off) return setInput({ state: 'off' })
    const { begin, close } = holdInput(kind, id, setInput)
    again.current = () => void begin()
    return close
  }, [kind, id, off])
  return { input, again: () => again.current() }
}
