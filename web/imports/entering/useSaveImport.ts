// Saves what was typed: a new entry once however often it is tried, an existing one from the version that was read.
import type { ImportView } from '#functions/imports/views.schema.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import type { Form } from './form.ts'
import { formOf, inputOf, inputOfFacts } from './form-input.ts'
import type { Entering, Standing } from './useEntering.ts'

const { imports } = api.archive

/** What was typed outlives a reload, and so does its key: tried again, it is the same act. */
const keyOf = async (told: object): Promise<string> => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(told)))
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** As it stands once it is saved. */
const standingOf = ({ version, facts }: Pick<ImportView, 'version' | 'facts'>): Standing => ({
  version,
  form: formOf(inputOfFacts(facts)),
})

type Saving = { form: Form; base: Standing }

/**
 * @param id of what is corrected; without one it is entered anew
 * @param saved told also when the page was left meanwhile: what is saved is no draft any more
 */
export const useSaveImport = (id: string | undefined, saved: Entering['saved']) =>
  useAct(
    async ({ form, base }: Saving) => {
      const json = inputOf(form)
      const answer = id
        ? await imports[':id'].$put({ param: { id }, json }, { headers: { 'if-match': `"${base.version}"` } })
        : await imports.$post({ json }, intent(await keyOf({ begun: base.form, json })))
      const made = await answer.json()
      saved(form, made.id, standingOf(made))
      return made.id
    },
    [['imports']],
  )
