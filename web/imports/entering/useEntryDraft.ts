// The fields of one entry as inputs take them: names are the pointers that refusals name.
import type { Fields } from '#web/outcomes/outcome-fields.ts'
import { useDesk } from './entering-context.ts'
import { apiNames, type ListName, type Row } from './form.ts'
import { withFields } from './rows.ts'
import { useFieldError } from './useFieldError.ts'

export const useEntryDraft = (list: ListName, { key, fields }: Row, pointer: string) => {
  const { entering } = useDesk()
  const errorAt = useFieldError()
  const at = (name: string) => errorAt(`${pointer}/${apiNames[name] ?? name}`, fields[name] ?? '')
  const fill = (more: Fields) => entering.update((form) => withFields(form, list, key, more))
  return {
    fields,
    fill,
    at,
    value: (name: string): string => fields[name]?.trim() ?? '',
    field: (name: string) => ({
      name: `${pointer}/${apiNames[name] ?? name}`,
      value: fields[name] ?? '',
      onChange: (event: { currentTarget: { value: string } }) => fill({ [name]: event.currentTarget.value }),
    }),
  }
}

export type EntryDraft = ReturnType<typeof useEntryDraft>
