// What is being typed, kept for this tab: a phone that drops the page in the background loses no word of it.
import { useState } from 'react'

type Fields = Record<string, string>

const nameOf = (name: string) => `diemcau.draft.${name}`

const read = (name: string): Fields => JSON.parse(sessionStorage.getItem(nameOf(name)) ?? '{}')

/** Whether something typed waits to be sent. */
export const hasDraft = (name: string): boolean => sessionStorage.getItem(nameOf(name)) !== null

/**
 * @param name whose form this is, and which
 * @returns `field` for the value and change handler of an input, `change` for what is no input, `fill` for several at
 * once, `forget` for once it is sent
 */
export const useDraft = (name: string, start: Fields = {}) => {
  const [fields, setFields] = useState<Fields>(() => ({ ...start, ...read(name) }))
  const fill = (more: Fields) => {
    const next = { ...fields, ...more }
    setFields(next)
    sessionStorage.setItem(nameOf(name), JSON.stringify(next))
  }
  const change = (field: string, value: string) => fill({ [field]: value })
  return {
    fields,
    fill,
    value: (field: string): string => fields[field]?.trim() ?? '',
    change,
    field: (field: string) => ({
      name: field,
      value: fields[field] ?? '',
      onChange: (event: { currentTarget: { value: string } }) => change(field, event.currentTarget.value),
    }),
    forget: () => {
      setFields(start)
      sessionStorage.removeItem(nameOf(name))
    },
  }
}
