// Saves what was typed: a new entry once however often it is tried, an existing one from the version that was read.
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import type { Form } from './form.ts'
import { inputOf } from './form-input.ts'

const { imports } = api.archive

type Saving = { form: Form; version: number }

/** @param id of what is corrected; without one it is entered anew */
export const useSaveImport = (id: string | undefined) =>
  useAct(
    async ({ form, version }: Saving, key) => {
      const json = inputOf(form)
      const answer = id
        ? await imports[':id'].$put({ param: { id }, json }, { headers: { 'if-match': `"${version}"` } })
        : await imports.$post({ json }, intent(key))
      return (await answer.json()).id
    },
    [['imports']],
  )
