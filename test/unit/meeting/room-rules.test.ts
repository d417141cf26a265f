// Sitting in the room, as rules: who may be heard, what an ending means, how long to wait, what a check tells.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineVerdict, middleOf, toldChecks } from '#web/meeting/lobby/checks.rules.ts'
import { choosable, constraintsOf, lackOf, loudness } from '#web/meeting/lobby/devices.rules.ts'
import { isCalled, maySpeak, seatName, unitOfPoint } from '#web/meeting/seat.rules.ts'
import { deviceName } from '#web/meeting/session/device-name.ts'
import { retryMs, secondsUntil, spreadMs } from '#web/meeting/session/retry.rules.ts'
import { afterStop, codes } from '#web/meeting/session/status.rules.ts'

const own = 'bpt_ca-ninh-binh'
const now = {
  state: 'in-session',
  speaking: undefined,
  seat: own,
  central: false,
  replica: false,
  promoted: false,
}

test('before the session everybody of the primary meeting tries sound, then chair, centre and speaker are heard', () => {
  expect(maySpeak({ ...now, state: 'open' })).toBe(true)
  expect(maySpeak(now)).toBe(false)
  expect(maySpeak({ ...now, speaking: own })).toBe(true)
  expect(maySpeak({ ...now, speaking: 'bpt_ca-nghe-an' })).toBe(false)
  expect(maySpeak({ ...now, seat: 'chair' })).toBe(true)
  expect(maySpeak({ ...now, seat: 'desk' })).toBe(false)
  expect(maySpeak({ ...now, central: true })).toBe(true)
})

test('in a replica nobody is heard before the promotion, sound check or not', () => {
  const moment = fc.record({
    state: fc.constantFrom('open', 'in-session'),
    speaking: fc.constantFrom(undefined, own),
    seat: fc.constant(own),
    central: fc.boolean(),
  })
  fc.assert(fc.property(moment, (told) => !maySpeak({ ...told, replica: true, promoted: false })))
  expect(maySpeak({ ...now, speaking: own, replica: true, promoted: true })).toBe(true)
  expect(isCalled({ speaking: own, seat: own })).toBe(true)
})

test('a seat is called in the meeting as the point is in the conference', () => {
  expect(seatName({ kind: 'point', point: own })).toBe(own)
  expect(seatName({ kind: 'desk' })).toBe('desk')
  expect(unitOfPoint(own)).toBe('unt_ca-ninh-binh')
})

test('an ending is the end, another page, or a reason to sit down again', () => {
  expect(afterStop(codes.left)).toBe('over')
  expect(afterStop(codes.elsewhere)).toBe('elsewhere')
  expect(afterStop(codes.removed)).toBe('again')
  expect(afterStop(codes.capacity)).toBe('capacity')
  for (const stale of [codes.rejected, codes.ended, codes.badRequest, codes.forbidden])
    expect(afterStop(stale)).toBe('stale')
  for (const failed of [6, 7, 12, 14, 16, 18, 999]) expect(afterStop(failed)).toBe('again')
})

test('pauses grow to a bound, and no two pages end theirs together', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const ms = retryMs(attempt, random)
      return ms >= 500 && ms <= 15_000 && ms <= retryMs(attempt, 1)
    }),
  )
  expect(retryMs(0, 0)).not.toBe(retryMs(0, 1))
  expect(spreadMs(2, 0)).toBe(2_000)
  expect(spreadMs(2, 1)).toBe(3_000)
  expect([secondsUntil(2_500, 0), secondsUntil(0, 2_500)]).toEqual([3, 0])
})

test('only what was looked at and is asked for is written into the checklist', () => {
  const checks = { picture: 'pass', soundIn: 'fail', line: 'pass' } as const
  expect(toldChecks(checks, ['picture', 'microphone', 'sound'])).toEqual({
    picture: 'pass',
    microphone: 'fail',
  })
  expect(toldChecks({}, ['picture'])).toEqual({})
})

test('one slow answer is not a slow line, no answer is none', () => {
  expect(middleOf([30, 900, 40])).toBe(40)
  expect(lineVerdict(middleOf([30, 900, 40]))).toBe('pass')
  expect(lineVerdict(900)).toBe('fail')
  expect(lineVerdict(middleOf([]))).toBe('fail')
})

test('a device is the one remembered, and what lacks is said in one of a few words', () => {
  expect(constraintsOf('camera', 'c1')).toMatchObject({ deviceId: { exact: 'c1' }, width: { ideal: 1280 } })
  expect(constraintsOf('camera', undefined, true)).toMatchObject({ width: { ideal: 640 } })
  expect(constraintsOf('microphone', undefined)).not.toHaveProperty('deviceId')
  expect(['NotAllowedError', 'NotFoundError', 'NotReadableError', 'TypeError'].map(lackOf)).toEqual([
    'denied',
    'missing',
    'busy',
    'failed',
  ])
  expect(choosable([{ deviceId: '', label: '' }])).toEqual([])
})

test('loudness is between nothing and full, and grows with the sound', () => {
  const rms = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(rms, rms, (a, b) => {
      const [low, high] = [loudness(Math.min(a, b)), loudness(Math.max(a, b))]
      return low >= 0 && high <= 1 && low <= high
    }),
  )
})

test('a device is called by its browser and system', () => {
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/153.0.0.0 Safari/537.36'
  expect(deviceName(windows)).toBe('Chrome · Windows')
  expect(deviceName(`${windows} Edg/153.0`)).toBe('Edge · Windows')
  expect(deviceName('nothing known')).toBeUndefined()
})
