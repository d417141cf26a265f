// Where the point of a unit is found. Pure, and without a shape: whoever only asks for it builds none.

/** The point of a unit has the same id in every conference. */
export const pointIdOf = (unitId: string): string => `bpt_${unitId.slice('unt_'.length)}`

export const pointPartition = (conferenceId: string, pointId: string): string =>
  `CNF#${conferenceId}#${pointId}`

export const pointKey = (conferenceId: string, pointId: string): { pk: string; sk: string } => ({
  pk: pointPartition(conferenceId, pointId),
  sk: 'POINT',
})
