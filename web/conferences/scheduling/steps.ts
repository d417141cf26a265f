// Which steps aside and back a conference stands open to, and the words that confirm the one that cannot be undone. Pure.
import type { State } from '#functions/conferences/schema.ts'
import { fold } from '#functions/shared/text.ts'

export const steps = ['postpone', 'cancel', 'reopen', 'take-chair'] as const
export type Step = (typeof steps)[number]

const open: Record<Step, readonly State[]> = {
  postpone: ['scheduled', 'postponed', 'open'],
  cancel: ['draft', 'scheduled', 'postponed', 'open'],
  reopen: ['in-session', 'closed'],
  'take-chair': ['open', 'in-session'],
}

/** The steps that may be taken where a conference stands. */
export const stepsOpen = (state: State): Step[] => steps.filter((step) => open[step].includes(state))

const wordsAsked = 4

/** The beginning of a title: enough to know which conference it is. */
export const nameToType = (title: readonly string[]): string =>
  (title[0] ?? '').split(/\s+/).slice(0, wordsAsked).join(' ')

const letters = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether it was typed, with or without diacritics, capitals and quotation marks. */
export const isNamed = (typed: string, title: readonly string[]): boolean =>
  letters(typed) !== '' && letters(typed) === letters(nameToType(title))
