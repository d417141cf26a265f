// The desk's keys: one an act, the letter of its Vietnamese word where it has one.

export const keys = {
  call: 'Enter',
  yield: 'k',
  extend: 't',
  suspend: 'd',
  skip: 'b',
  order: 'y',
  list: 'l',
  item: 'c',
  undo: 'z',
  all: '?',
} as const

export type KeyName = keyof typeof keys
