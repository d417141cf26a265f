// What ends a session by the answer to its heartbeat, and what does not.
import { expect, it } from 'vitest'
import { endsSession } from '#web/bridge-points/operator/heartbeat.rules.ts'

it('is over where the server says so; a lost line, a busy server and two who wrote at once end nothing', () => {
  expect(endsSession({ slug: 'session-unknown', status: 409 })).toBe(true)
  expect(endsSession({ slug: 'not-found', status: 404 })).toBe(true)
  expect(endsSession({ slug: 'not-allowed', status: 403 })).toBe(true)
  expect(endsSession({ slug: 'conflict', status: 409 })).toBe(false)
  expect(endsSession({ slug: 'busy', status: 503 })).toBe(false)
  expect(endsSession({ slug: 'offline', status: 0 })).toBe(false)
})
