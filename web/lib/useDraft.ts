// A form's fields as text, kept for this tab while they are typed.
import { useKept } from './useKept.ts'

type Fields = Record<string, string>

/**
 * @param name whose form this is, and which
 * @returns `field` for the value and change handler of an input, `change` for what is no input, `fill` for several at
 * once, `forget` for once it is sent
 */
export const useDraft = (name: string, start: Fields = {}) => {
  const { kept, add, forget } = useKept<Fields>(name)
  const fields: Fields = { ...start, ...(kept as Fields) }
  const change = (field: string, value: string) => add({ [field]: value })
  return {
    fields,
    fill: (more: Fields) => add(more),
    value: (field: string): string => fields[field]?.trim() ?? '',
    change,
    field: (field: string) => ({
      name: field,
      value: fields[field] ?? '',
      onChange: (event: { currentTarget: { value: string } }) => change(field, event.currentTarget.value),
    }),
    forget,
  }
}
