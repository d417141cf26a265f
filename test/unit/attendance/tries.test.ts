// The limit of tries at a check-in code: whatever the times, never more than five within five minutes.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Tries, triesEnd, triesMost, withTry } from '#functions/attendance/tries.rules.ts'
import { Problem } from '#functions/shared/problem.ts'

const at = (seconds: number) => new Date(Date.UTC(2022, 10, 23, 7) + seconds * 1000).toISOString()

const tryAt = (before: Tries | undefined, seconds: number) => {
  try {
    return { tries: withTry(before, at(seconds)) }
  } catch (error) {
    return { problem: error as Problem }
  }
}

it('takes five, then none until the first of them is five minutes old', () => {
  let tries: Tries | undefined
  for (let second = 0; second < triesMost; second++) tries = withTry(tries, at(second))
  const { problem } = tryAt(tries, 100)
  expect(problem).toBeInstanceOf(Problem)
  expect([problem?.slug, problem?.more.retryAfter]).toEqual(['check-in-tries', 200])
  expect(tryAt(tries, 300).tries?.at).toHaveLength(5)
  expect(tryAt(tries, 304).tries?.at).toEqual([at(304)])
})

it('lets nobody try more often, however the tries are spread', () => {
  const waits = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 })
  fc.assert(
    fc.property(waits, (gaps) => {
      let [now, tries] = [0, undefined as Tries | undefined]
      const taken: number[] = []
      for (const gap of gaps) {
        now += gap
        const tried = tryAt(tries, now)
        if (tried.tries) taken.push(now)
        else expect(tryAt(tries, now + (tried.problem?.more.retryAfter ?? 0)).tries).toBeDefined()
        tries = tried.tries ?? tries
      }
      for (const one of taken)
        expect(taken.filter((other) => other > one - 300 && other <= one).length).toBeLessThanOrEqual(
          triesMost,
        )
    }),
  )
})

it('is kept no longer than it counts', () => {
  expect(triesEnd(withTry(undefined, at(0)))).toBe(Date.parse(at(300)) / 1000)
})
