// The roles there are; without zod, so that a web page can ask the permission table and stay small.

/** Standing roles, then the roles one conference gives. */
export const standingRoles = ['administrator', 'secretariat', 'operator', 'archivist', 'observer'] as const
export const conferenceRoles = [
  'chair',
  'deputy-chair',
  'secretary',
  'centre-operator',
  'contributor',
] as const
