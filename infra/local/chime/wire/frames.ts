// Signaling's frames as the Chime client speaks them: its own codec, a type byte before each protobuf message.
import protocol, {
  type ISdkSignalFrame,
} from 'amazon-chime-sdk-js/build/signalingprotocol/SignalingProtocol.js'

const { SdkSignalFrame } = protocol

export const { Type: FrameType } = SdkSignalFrame
export const { SdkPingPongType: PingPong, SdkStreamMediaType: MediaType } = protocol

/** Byte 0x05 says that a signal frame follows. */
const rtcFrame = 5

export type Frame = ISdkSignalFrame

/** @returns the bytes of one WebSocket message */
export const encodeFrame = (frame: Omit<Frame, 'timestampMs'>): Buffer => {
  const body = SdkSignalFrame.encode({ ...frame, timestampMs: Date.now() }).finish()
  const message = Buffer.allocUnsafe(body.length + 1)
  message[0] = rtcFrame
  message.set(body, 1)
  return message
}

/** @returns undefined for what is no frame */
export const decodeFrame = (message: Buffer): Frame | undefined => {
  if (message[0] !== rtcFrame) return undefined
  try {
    return SdkSignalFrame.decode(message.subarray(1))
  } catch {
    return undefined
  }
}
