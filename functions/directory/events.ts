// What the directory announces.

/** Units of the seed were entered or brought up to date. */
export const unitsSeeded = (units: readonly { id: string }[]) => ({
  name: 'units.seeded' as const,
  scope: 'directory',
  subject: 'units',
  data: { unitIds: units.map(({ id }) => id) },
})
