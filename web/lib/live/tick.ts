// This page's own count of what it asked and heard: tells which of two came first whatever any clock says.
let last = 0

export const nextTick = (): number => ++last
