// The query keys the live channel writes to; the queries themselves are their folders' own.
export const keysOf = (conferenceId: string) => ({
  /** Everything of the conference is kept under it. */
  all: ['conference', conferenceId] as const,
  itself: ['conference', conferenceId, 'itself'] as const,
  board: ['conference', conferenceId, 'board'] as const,
  floor: ['conference', conferenceId, 'floor'] as const,
})
