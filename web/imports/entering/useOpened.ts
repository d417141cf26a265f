// Which section, and which of its entries, is being edited: one thing at a time; a refusal opens where it belongs.
import { useEffect, useRef, useState } from 'react'
import type { ApiProblem } from '#web/lib/problem.ts'
import { type Form, isList, placeOf, type Section, sections } from './form.ts'

type Opened = { section?: Section | undefined; key?: string | undefined }

const fields = 'input:not([type=hidden]), textarea, select'

/** After the next drawing: it is there only then. */
const focusIn = (selector: string) =>
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(selector)
    const field = found?.querySelector<HTMLElement>(fields) ?? found
    field?.focus()
    found?.scrollIntoView({ block: 'nearest' })
  })

/** Where something was refused, as the form goes. */
const placesOf = (problem: ApiProblem | null) =>
  (problem?.errors ?? [])
    .filter(({ pointer }) => pointer !== '')
    .map(({ pointer }) => placeOf(pointer))
    .toSorted((one, other) => sections.indexOf(one.section) - sections.indexOf(other.section))

const keyAt = (form: Form, section: Section, index: number | undefined) =>
  isList(section) && index !== undefined ? form.lists[section][index]?.key : undefined

/** @param start what is open to begin with */
export const useOpened = (form: Form, problem: ApiProblem | null, start: Opened) => {
  const [opened, setOpened] = useState<Opened>(start)
  const sought = useRef(false)
  const typed = useRef(form)
  typed.current = form
  useEffect(() => {
    const [first] = placesOf(problem)
    if (!first) return
    const { section, index } = first
    sought.current = true
    setOpened({ section, key: keyAt(typed.current, section, index) })
  }, [problem])
  // After every drawing: the field that was refused is there once its entry is open.
  useEffect(() => {
    const field = sought.current ? document.querySelector<HTMLElement>('[aria-invalid="true"]') : null
    if (!field) return
    sought.current = false
    field.focus()
  })
  return {
    opened,
    openSection: (section: Section | undefined) => {
      setOpened({ section })
      if (section) focusIn(`[data-section="${section}"] [aria-expanded]`)
    },
    openEntry: (section: Section, key: string | undefined) => {
      setOpened({ section, key })
      focusIn(key ? `[data-entry="${key}"]` : `[data-section="${section}"] [aria-expanded]`)
    },
    /** The focus stays where the entry is. */
    closeEntry: (section: Section, key: string) => {
      setOpened({ section })
      focusIn(`[data-entry="${key}"] [aria-expanded]`)
    },
  }
}
