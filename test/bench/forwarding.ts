// Bench `forwarding`: what one forwarded picture costs the local Chime's media plane, in percent of a core. Four cameras of
// 600 kbit/s and 15 frames a second go to each of 20 receivers; senders and receivers are clients without a browser
// (signaling, DTLS and SRTP by hand) in this process, the plane is alone in its own. All its time counts: sound, silence,
// volumes and reports as well.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { FrameType } from '#infra/local/chime/wire/frames.ts'
import { Ghost } from '#test/support/meeting/ghost.ts'
import { type Bench, median, round } from './measure.ts'

const cameras = 4
const receivers = 20
const framesPerSecond = 15
const packetsPerFrame = 5
const packetBytes = 1000
const rounds = 5
const roundMs = 2000

const said = async (child: ChildProcess) => (await once(child, 'message'))[0]

/** VP8's descriptor, and of the frame what says whether it is a key frame. */
const payloadOf = (begins: boolean, key: boolean): Buffer => {
  const payload = Buffer.alloc(packetBytes, 1)
  payload[0] = begins ? 0x10 : 0
  payload[1] = key ? 0x50 : 0x51
  return payload
}

const film = (senders: Ghost[]) => {
  let frame = 0
  let sound = 0
  const pictures = setInterval(() => {
    const key = frame % framesPerSecond === 0
    for (let part = 0; part < packetsPerFrame; part++) {
      const payload = payloadOf(part === 0, key)
      for (const sender of senders)
        sender.sendPicture(
          frame * packetsPerFrame + part,
          part === packetsPerFrame - 1,
          frame * 6000,
          payload,
        )
    }
    frame++
  }, 1000 / framesPerSecond)
  const voice = Buffer.alloc(80, 7)
  const sounds = setInterval(() => {
    for (const [nth, sender] of senders.entries()) sender.sendSound(sound, 30 + nth, voice)
    sound++
  }, 20)
  return () => {
    clearInterval(pictures)
    clearInterval(sounds)
  }
}

const openRoom = async (address: string) => {
  const senders: Ghost[] = []
  const streams: number[] = []
  for (let nth = 0; nth < cameras; nth++) {
    const sender = await Ghost.join(address, `camera-${nth}`)
    await sender.connect({ camera: true })
    const { suback } = await sender.frame(FrameType.SUBSCRIBE_ACK)
    streams.push(suback?.allocations?.[0]?.streamId ?? 0)
    senders.push(sender)
  }
  const watchers: Ghost[] = []
  for (let nth = 0; nth < receivers; nth++) {
    const watcher = await Ghost.join(address, `receiver-${nth}`)
    await watcher.connect({ watch: streams })
    watchers.push(watcher)
  }
  return { senders, watchers }
}

const run = async () => {
  const plane = fork(new URL('./forwarding-plane.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const { port } = await said(plane)
  const { senders, watchers } = await openRoom(`ws://127.0.0.1:${port}/control/bench`)
  const stop = film(senders)
  const packets = () => watchers.reduce((sum, { received }) => sum + received, 0)
  const streams = cameras * receivers
  const shares: number[] = []
  try {
    await sleep(roundMs)
    const from = { at: performance.now(), packets: packets() }
    let before = performance.now()
    for (let nth = 0; nth <= rounds; nth++) {
      plane.send('cost')
      const { cpuMs } = await said(plane)
      const now = performance.now()
      if (nth > 0) shares.push((cpuMs / (now - before)) * 100)
      before = now
      await sleep(roundMs)
    }
    const perStream = median(shares) / streams
    const seconds = (performance.now() - from.at) / 1000
    const packetsPerSecond = (packets() - from.packets) / seconds
    const ratio = round(perStream, 3)
    // What is not forwarded costs nothing: pictures and the one sound must have come.
    const whole = streams * framesPerSecond * packetsPerFrame
    return {
      ratio,
      pass: ratio <= forwarding.goal && packetsPerSecond >= whole * 0.9,
      streams,
      corePercent: round(median(shares)),
      packetsPerSecond: round(packetsPerSecond, 0),
      rounds,
    }
  } finally {
    stop()
    for (const ghost of [...senders, ...watchers]) ghost.leave()
    plane.kill()
  }
}

export const forwarding: Bench = {
  name: 'forwarding',
  goal: 0.3,
  goalText: '≤ 0.3 % of a core a stream',
  run,
}
