// How our own line to the room is, as the client measures it.
import { useEffect, useState } from 'react'
import { useRoom } from '../room-context.ts'

export type Line = 'good' | 'weak' | 'none'

const lineOf = (signal: number): Line => {
  if (signal === 0) return 'none'
  return signal < 0.6 ? 'weak' : 'good'
}

export const useOwnLine = (): Line => {
  const { audioVideo } = useRoom()
  const [line, setLine] = useState<Line>('good')
  useEffect(() => {
    const heard = (signal: number) => setLine(lineOf(signal))
    audioVideo.realtimeSubscribeToLocalSignalStrengthChange(heard)
    return () => audioVideo.realtimeUnsubscribeToLocalSignalStrengthChange(heard)
  }, [audioVideo])
  return line
}
