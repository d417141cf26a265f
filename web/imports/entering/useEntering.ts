// A past conference while it is typed: kept through reloads, beside what others save of it meanwhile.
import { useRef, useState } from 'react'
import { forgetDraft, keepFor, useKept } from '#web/lib/useKept.ts'
import type { Form } from './form.ts'
import { merged, type Part, tellSame } from './merge.ts'

/** What was read: of an entry that nobody has made yet, version 0 of a blank form. */
export type Standing = { version: number; form: Form }

/** `tried`: what was sent to be entered and not answered. */
type Kept = { form: Form; base: Standing; tried?: Form | undefined }

/** Under which what is typed is kept. @param id of what is corrected; none while it is entered anew */
const nameOf = (id: string | undefined) => `import.${id ?? 'new'}`

/** What others saved is taken in unasked where it leaves all that was typed as it is. */
const besides = (typed: Kept, standing: Standing): { typed: Kept; both: Form; parts: Part[] } => {
  const { form, base } = typed
  if (base.version >= standing.version) return { typed, both: form, parts: [] }
  const { form: both, parts } = merged({ base: base.form, mine: form, theirs: standing.form })
  const isPlain = parts.length === 0 || tellSame(base.form, form)
  return isPlain ? { typed: { form: both, base: standing }, both, parts: [] } : { typed, both, parts }
}

export const useEntering = (id: string | undefined, standing: Standing) => {
  const [place, setPlace] = useState(id)
  const { kept, keep, forget } = useKept<Kept>(nameOf(place))
  const { form: own, base: begun, tried } = kept
  const { typed, both, parts } = besides(
    own && begun ? { form: own, base: begun, tried } : { form: standing.form, base: standing },
    standing,
  )
  // A file that arrives goes into what is typed by then, not into what stood when it was chosen.
  const now = useRef(typed)
  now.current = typed
  const [sending, setSending] = useState(0)
  const { form, base } = typed
  const set = (next: Kept) => {
    now.current = next
    keep(next)
  }
  return {
    form,
    dirty: !tellSame(base.form, form),
    /** What others changed since, and those parts that were changed here too. */
    theirs: parts,
    /** What this was begun from. */
    base,
    update: (change: (form: Form) => Form) => set({ ...now.current, form: change(now.current.form) }),
    tried,
    remember: (sent: Form | undefined) => set({ ...now.current, tried: sent }),
    takeIn: () => set({ form: both, base: standing }),
    forget,
    /** Told once it is saved, also when the page was left: what goes on being typed stands over what was saved. */
    saved: (sent: Form, made: string, stands: Standing) => {
      const { form } = merged({ base: sent, mine: now.current.form, theirs: stands.form })
      now.current = { form, base: stands }
      if (made === id) return keep(now.current)
      forget()
      keepFor(nameOf(made), now.current)
      setPlace(made)
    },
    /** When the page is about to be left for what was saved. @returns whether something else was typed meanwhile */
    leave: (made: string): boolean => {
      const goesOn = !tellSame(now.current.base.form, now.current.form)
      if (!goesOn) forgetDraft(nameOf(made))
      return goesOn
    },
    /** Files on their way. */
    sending: sending > 0,
    hold: (by: 1 | -1) => setSending((many) => many + by),
  }
}

export type Entering = ReturnType<typeof useEntering>
