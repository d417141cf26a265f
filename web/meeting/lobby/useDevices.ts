// The devices there are to choose from, as cables come and go and permission is given.
import { useEffect, useState } from 'react'
import { choosable } from './devices.rules.ts'

export type Devices = Record<'camera' | 'microphone' | 'speaker', MediaDeviceInfo[]>

const none: Devices = { camera: [], microphone: [], speaker: [] }

const list = async (): Promise<Devices> => {
  const all = choosable(await navigator.mediaDevices.enumerateDevices())
  const of = (kind: MediaDeviceKind) => all.filter((device) => device.kind === kind)
  return { camera: of('videoinput'), microphone: of('audioinput'), speaker: of('audiooutput') }
}

/** @param opened changes whenever an input was opened: only then does a browser tell the devices' names */
export const useDevices = (opened: string): Devices => {
  const [devices, setDevices] = useState(none)
  useEffect(() => {
    const { mediaDevices } = navigator
    if (!mediaDevices || !opened) return
    const look = () => void list().then(setDevices, () => undefined)
    look()
    mediaDevices.addEventListener('devicechange', look)
    return () => mediaDevices.removeEventListener('devicechange', look)
  }, [opened])
  return devices
}
