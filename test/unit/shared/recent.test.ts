// What was read a moment ago serves many, for a moment.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { recently } from '#functions/shared/recent.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('reads once for all who ask at once or soon after, and again later', async () => {
  const load = vi.fn(async (key: string) => `${key}${load.mock.calls.length}`)
  const seen = recently(250, load)
  expect(await Promise.all([seen.get('a'), seen.get('a'), seen.get('b')])).toEqual(['a1', 'a1', 'b2'])
  vi.advanceTimersByTime(249)
  expect(await seen.get('a')).toBe('a1')
  vi.advanceTimersByTime(1)
  expect(await seen.get('a')).toBe('a3')
})

it('keeps no failure', async () => {
  const load = vi.fn(async () => 'there').mockRejectedValueOnce(new Error('away'))
  const seen = recently(250, load)
  await expect(seen.get('a')).rejects.toThrow('away')
  expect(await seen.get('a')).toBe('there')
})

it('forgets when told, and when there are too many', async () => {
  const load = vi.fn(async (key: string) => key)
  const seen = recently(250, load, 2)
  for (const key of ['a', 'b', 'c', 'a']) await seen.get(key)
  expect(load).toHaveBeenCalledTimes(4)
  seen.forget()
  await seen.get('a')
  expect(load).toHaveBeenCalledTimes(5)
})
