// The room's keys: one an act, the letter of its Vietnamese or international word.

export const keys = {
  microphone: 'm',
  camera: 'v',
  share: 's',
  layout: 'l',
  next: 'ArrowRight',
  previous: 'ArrowLeft',
  request: 'r',
  all: '?',
} as const

export type KeyName = keyof typeof keys
