// Camera and microphone as they are before sitting down, and what the microphone hears.
import { usePreferences } from './preferences.ts'
import { useInput } from './useInput.ts'
import { useLevel } from './useLevel.ts'

export const useInputs = () => {
  const preferred = usePreferences()
  const camera = useInput('camera', preferred.camera, preferred.cameraOn)
  const microphone = useInput('microphone', preferred.microphone, true)
  const stream = microphone.input.state === 'open' ? microphone.input.stream : undefined
  return { camera, microphone, sound: useLevel(stream) }
}

export type Inputs = ReturnType<typeof useInputs>
