// Saves what was typed: a new entry once however often it is tried, an existing one from the version that was read.
import type { ImportView } from '#functions/imports/views.schema.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { enterOnce } from './enter-once.ts'
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

type Saving = { form: Form; base: Standing; tried: Form | undefined }

type Told = Pick<Entering, 'saved' | 'remember'>

const put = async (id: string, form: Form, version: number) =>
  (
    await imports[':id'].$put(
      { param: { id }, json: inputOf(form) },
      { headers: { 'if-match': `"${version}"` } },
    )
  ).json()

/** As it was made, before anybody else had it open. */
const first = 1

/** `sent` is what `stands` goes back to. */
type Made = { id: string; sent: Form; stands: Standing }

/** What others made of it meanwhile is told of on its own page, and nothing is put over it unread. */
const enter = ({ form, base, tried }: Saving, remember: Told['remember']): Promise<Made> =>
  enterOnce(form, tried, {
    enter: async (sent): Promise<Made> => {
      const json = inputOf(sent)
      const answer = await imports.$post({ json }, intent(await keyOf({ begun: base.form, json })))
      const made = await answer.json()
      return { id: made.id, sent, stands: standingOf(made) }
    },
    correct: async ({ id, sent, stands }) =>
      stands.version === first
        ? { id, sent: form, stands: standingOf(await put(id, form, first)) }
        : { id, sent, stands: { version: first, form: sent } },
    remember,
  })

/**
 * @param id of what is corrected; without one it is entered anew
 * @param told `saved` also when the page was left meanwhile: what is saved is no draft any more
 */
export const useSaveImport = (id: string | undefined, { saved, remember }: Told) =>
  useAct(
    async (saving: Saving) => {
      const { form, base } = saving
      const made = id
        ? { id, sent: form, stands: standingOf(await put(id, form, base.version)) }
        : await enter(saving, remember)
      saved(made.sent, made.id, made.stands)
      return made.id
    },
    [['imports']],
  )
