// The four things looked at before sitting down, and what they say of the point's checklist. Pure.

export const checkNames = ['picture', 'soundIn', 'soundOut', 'line'] as const
export type CheckName = (typeof checkNames)[number]
export type Verdict = 'pass' | 'fail'
export type Checks = Partial<Record<CheckName, Verdict>>

/** Which item of a conference's checklist each of them answers. */
const items: Record<CheckName, string> = {
  picture: 'picture',
  soundIn: 'microphone',
  soundOut: 'sound',
  line: 'network',
}

/** Only what was looked at, and only what the conference's own list asks. */
export const toldChecks = (checks: Checks, asked: readonly string[]): Record<string, Verdict> =>
  Object.fromEntries(
    checkNames.flatMap((name) => {
      const verdict = checks[name]
      return verdict && asked.includes(items[name]) ? [[items[name], verdict]] : []
    }),
  )

/** A round trip so long still carries speech; longer, people begin to interrupt each other. */
export const lineMost = 400

/** The middle of some round trips, in milliseconds; a single slow one is not the line's. */
export const middleOf = (times: readonly number[]): number | undefined =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]

export const lineVerdict = (roundTripMs: number | undefined): Verdict =>
  roundTripMs !== undefined && roundTripMs <= lineMost ? 'pass' : 'fail'
