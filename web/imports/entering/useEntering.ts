// A past conference while it is typed: kept through reloads, beside what others save of it meanwhile.
import { useRef, useState } from 'react'
import { useKept } from '#web/lib/useKept.ts'
import type { Form } from './form.ts'
import { merged, type Part, tellSame } from './merge.ts'

/** What was read: of an entry that nobody has made yet, version 0 of a blank form. */
export type Standing = { version: number; form: Form }

type Kept = { form: Form; base: Standing }

/** @param name under which what is typed is kept */
export const useEntering = (name: string, standing: Standing) => {
  const { kept, keep, forget } = useKept<Kept>(name)
  const typed: Kept = kept.form && kept.base ? { form: kept.form, base: kept.base } : blank(standing)
  // A file that arrives goes into what is typed by then, not into what stood when it was chosen.
  const now = useRef(typed)
  now.current = typed
  const [sending, setSending] = useState(0)
  const { form, base } = typed
  const beside =
    base.version < standing.version
      ? merged({ base: base.form, mine: form, theirs: standing.form })
      : { form, parts: [] as Part[] }
  const set = (next: Kept) => {
    now.current = next
    keep(next)
  }
  return {
    form,
    dirty: !tellSame(base.form, form),
    /** What others changed since, and those parts that were changed here too. */
    theirs: beside.parts,
    /** The version that may be replaced: the one that was read, until what others did has been looked at. */
    version: beside.parts.length > 0 ? base.version : standing.version,
    update: (change: (form: Form) => Form) => set({ ...now.current, form: change(now.current.form) }),
    takeIn: () => set({ form: beside.form, base: standing }),
    forget,
    /** Files on their way. */
    sending: sending > 0,
    hold: (by: 1 | -1) => setSending((many) => many + by),
  }
}

const blank = (standing: Standing): Kept => ({ form: standing.form, base: standing })

export type Entering = ReturnType<typeof useEntering>
