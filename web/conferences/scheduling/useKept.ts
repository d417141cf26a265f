// What somebody changes of a thing, kept for this tab until it is saved: a reload loses none of it.
import { useState } from 'react'

const nameOf = (name: string) => `diemcau.plan.${name}`

/**
 * @param name whose form this is, and which
 * @returns what is kept, how to keep something else, and how to forget it once it is saved
 */
export const useKept = <T extends object>(name: string) => {
  const [kept, setKept] = useState<Partial<T>>(() => {
    const text = sessionStorage.getItem(nameOf(name))
    return text ? (JSON.parse(text) as Partial<T>) : {}
  })
  const keep = (next: Partial<T>) => {
    setKept(next)
    sessionStorage.setItem(nameOf(name), JSON.stringify(next))
  }
  const forget = () => {
    setKept({})
    sessionStorage.removeItem(nameOf(name))
  }
  return { kept, keep, forget }
}
