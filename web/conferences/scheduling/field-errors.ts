// Refusals at their fields: fields are named by JSON pointers, so the API's errors find them, and the first is focused.
import { useEffect, useRef } from 'react'
import type { ApiProblem } from '#web/lib/problem.ts'

/** What to say at a field; a refusal that names itself says the catalogue's sentence, not the text refused. */
export const errorAt = (problem: ApiProblem | null, name: string): string | undefined => {
  const found = problem?.errors.find(({ pointer }) => {
    // The first of a series is drafted by the same fields.
    const at = pointer.replace(/^\/first(?=\/)/, '')
    return at === name || at.startsWith(`${name}/`)
  })
  if (!problem || !found) return undefined
  return found.code === problem.slug ? problem.message : found.message
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** @returns the ref of the form whose first wrong field is focused whenever it is refused */
export const useFocusFirst = (problem: ApiProblem | null) => {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!problem || !form.current) return
    const fields = [...form.current.querySelectorAll<Field>('input[name], textarea[name], select[name]')]
    fields.find(({ name }) => errorAt(problem, name) !== undefined)?.focus()
  }, [problem])
  return form
}
