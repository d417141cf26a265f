// What the worker does for a conference after its room is as it should be, each step bounded and idempotent.

/** @returns `more` where it wants to be asked again */
export type Step = (conferenceId: string) => Promise<'done' | 'more'>

export const laterSteps: readonly Step[] = []
