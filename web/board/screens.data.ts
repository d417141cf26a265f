// The wall screens there are, in the order of their turn.

export const screens = ['points', 'floor', 'attendance'] as const
export type Screen = (typeof screens)[number]
