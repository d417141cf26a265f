// How loud a microphone hears just now, for a meter, and whether anybody has spoken since.
import { useEffect, useState } from 'react'
import { loudness, speakingLevel } from './devices.rules.ts'

const everyMs = 100

/** Listens to a stream without playing it. @returns ends it */
const measure = (stream: MediaStream, tell: (level: number) => void): (() => void) => {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  // As long as the pause between two looks: a short sound between them is not missed.
  analyser.fftSize = 8192
  const source = context.createMediaStreamSource(stream)
  source.connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    tell(loudness(samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)))
  }, everyMs)
  // A browser starts sound only after a person has touched the page.
  const wake = () => void context.resume()
  addEventListener('pointerdown', wake)
  addEventListener('keydown', wake)
  return () => {
    clearInterval(timer)
    removeEventListener('pointerdown', wake)
    removeEventListener('keydown', wake)
    void context.close()
  }
}

export const useLevel = (stream: MediaStream | undefined) => {
  const [level, setLevel] = useState(0)
  const [heard, setHeard] = useState<MediaStream>()
  useEffect(() => {
    if (!stream) return setLevel(0)
    return measure(stream, (now) => {
      setLevel(now)
      if (now >= speakingLevel) setHeard(stream)
    })
  }, [stream])
  return { level, heard: stream !== undefined && heard === stream }
}
