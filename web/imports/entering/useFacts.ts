// The fields that a past conference has once: their values and how to change them.
import type { Fields } from '#web/outcomes/outcome-fields.ts'
import { useDesk } from './entering-context.ts'

export const useFacts = () => {
  const { form, update } = useDesk().entering
  const { facts } = form
  const set = (more: Fields) => update((form) => ({ ...form, facts: { ...form.facts, ...more } }))
  return {
    facts,
    set,
    field: (name: string) => ({
      name: `/${name}`,
      value: facts[name] ?? '',
      onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
    }),
  }
}
