// Sound and pictures of the bare page, which a test can tell apart.

export const tone = (frequency: number): MediaStream => {
  const context = new AudioContext()
  const oscillator = context.createOscillator()
  oscillator.frequency.value = frequency
  const to = context.createMediaStreamDestination()
  oscillator.connect(to)
  oscillator.start()
  return to.stream
}

export const picture = (color: string): MediaStream => {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 360
  const ink = canvas.getContext('2d')
  let turn = 0
  setInterval(() => {
    if (!ink) return
    turn += 1
    ink.fillStyle = color
    ink.fillRect(0, 0, 640, 360)
    ink.fillStyle = '#fff'
    ink.fillRect((turn * 7) % 640, 40, 80, 80)
  }, 66)
  return canvas.captureStream(15)
}

/** The colour a picture shows in its lower left corner. */
export const cornerOf = (video: HTMLVideoElement | null): number[] | undefined => {
  if (!video || video.videoWidth === 0) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 8
  const ink = canvas.getContext('2d')
  ink?.drawImage(video, 0, 0, 8, 8)
  return [...(ink?.getImageData(1, 6, 1, 1).data ?? [])]
}
