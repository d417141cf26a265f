// Three notes to try a loudspeaker by: made here, for nothing is fetched from elsewhere.
const notes = [523.25, 659.25, 783.99]
const noteSeconds = 0.35

const note = (context: AudioContext, frequency: number, from: number) => {
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = frequency
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(0.25, from + 0.03)
  volume.gain.exponentialRampToValueAtTime(0.001, from + noteSeconds)
  tone.connect(volume).connect(context.destination)
  tone.start(from)
  tone.stop(from + noteSeconds)
  return tone
}

/** Browsers that let a page choose where sound goes say so; the others play where the device itself plays. */
type Choosing = AudioContext & { setSinkId?: (id: string) => Promise<void> }

/** @returns once it was played */
export const playTone = async (speaker: string | undefined): Promise<void> => {
  const context: Choosing = new AudioContext()
  if (speaker) await context.setSinkId?.(speaker).catch(() => undefined)
  const last = notes.map((frequency, at) => note(context, frequency, context.currentTime + at * noteSeconds))
  await new Promise((resolve) => last.at(-1)?.addEventListener('ended', resolve))
  await context.close()
}
