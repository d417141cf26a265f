// A past conference entered once, also where an answer was lost and something else was typed before the next try.
import { asProblem } from '#web/lib/problem.ts'
import type { Form } from './form.ts'
import { tellSame } from './merge.ts'

type Ways<Made> = {
  /** Enters this: tried again it is the same act, and answers what was made. */
  enter: (form: Form) => Promise<Made>
  /** Puts this over what an earlier try made. */
  correct: (made: Made) => Promise<Made>
  /** Keeps what was sent without an answer; nothing once that was refused. */
  remember: (tried: Form | undefined) => void
}

/** It may have been done, or may still be: nothing was answered of what was asked. */
const isOpen = (error: unknown): boolean => {
  const { status } = asProblem(error)
  return status === 0 || status >= 500 || [401, 403, 408, 429].includes(status)
}

const attempt = async <Made>(form: Form, { enter, remember }: Ways<Made>): Promise<Made> => {
  try {
    return await enter(form)
  } catch (error) {
    remember(isOpen(error) ? form : undefined)
    throw error
  }
}

/** @param tried what was sent before without an answer: whether it was made is asked first, by sending it once more */
export const enterOnce = async <Made>(
  form: Form,
  tried: Form | undefined,
  ways: Ways<Made>,
): Promise<Made> => {
  if (!tried) return attempt(form, ways)
  if (tellSame(tried, form)) return attempt(tried, ways)
  const made = await attempt(tried, ways).catch((error: unknown) => {
    if (isOpen(error)) throw error
    return undefined
  })
  return made ? ways.correct(made) : attempt(form, ways)
}
