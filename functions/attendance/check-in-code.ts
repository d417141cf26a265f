// The code shown at a point: a new one each minute (RFC 6238), from a secret of the point that nobody keeps.
import { createHmac } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { now } from '#functions/shared/clock.ts'
import { houseSecret } from '#functions/shared/secret.ts'

const stepSeconds = 60

/** One step before and one after still count: people read, walk and type. */
const window = 1

const codesOf = async (conferenceId: string, pointId: string): Promise<TOTP> => {
  const secret = createHmac('sha256', await houseSecret('check-in'))
    .update(`${conferenceId} ${pointId}`)
    .digest()
  return new TOTP({
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    algorithm: 'SHA256',
    digits: 6,
    period: stepSeconds,
  })
}

/** What the point shows now, and until when. */
export const codeNow = async (conferenceId: string, pointId: string) => {
  const timestamp = now().getTime()
  const stepMs = stepSeconds * 1000
  const validUntil = new Date((Math.floor(timestamp / stepMs) + 1) * stepMs).toISOString()
  return {
    code: (await codesOf(conferenceId, pointId)).generate({ timestamp }),
    validUntil,
    stepSeconds,
  }
}

/** Whether somebody has read the code of the point within this step or the one beside it. */
export const isCodeOf = async (conferenceId: string, pointId: string, code: string): Promise<boolean> =>
  (await codesOf(conferenceId, pointId)).validate({ token: code, timestamp: now().getTime(), window }) !==
  null
