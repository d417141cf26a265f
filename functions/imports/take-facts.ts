// What was entered, checked against the directory and the store of files: every verb that takes it asks for the same.
import { expectUnit, loadPersons, loadUnits } from '#functions/directory/entity.ts'
import { acceptUpload } from '#functions/files/accept-upload.ts'
import { mostBytes } from '#functions/files/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { type FieldError, Problem, wrongField } from '#functions/shared/problem.ts'
import type { Operation } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { expectSound } from './checks.rules.ts'
import { dayOf } from './held.rules.ts'
import type { ImportFacts, ImportInput } from './schema.ts'

const refuse = (slug: 'person-unknown' | 'unit-unknown', errors: FieldError[]): void => {
  if (errors.length > 0) throw new Problem(slug, { errors })
}

const unknownOf = (code: string, named: readonly (readonly [string, string])[], known: ReadonlySet<string>) =>
  named.flatMap(([pointer, id]): FieldError[] => (known.has(id) ? [] : [{ pointer, code, message: id }]))

/** The host stood that day; of an unknown day it must only be a unit of the register. @throws Problem `unit-unknown` */
const expectHost = async ({ hostUnitId, heldOn }: ImportInput): Promise<void> => {
  const day = dayOf(heldOn)
  if (day) await expectUnit(hostUnitId, day, '/hostUnitId')
  else if ((await loadUnits([hostUnitId])).length === 0)
    throw wrongField('unit-unknown', '/hostUnitId', hostUnitId)
}

/** @throws Problem `unit-unknown`, `person-unknown`, each naming the fields */
const expectKnown = async (input: ImportInput): Promise<void> => {
  await expectHost(input)
  const owners = input.directives.flatMap(({ ownerUnitIds }, at) =>
    ownerUnitIds.map((id, place) => [`/directives/${at}/ownerUnitIds/${place}`, id] as const),
  )
  const persons = input.persons.map(({ personId }, at) => [`/persons/${at}/personId`, personId] as const)
  const [units, found] = await Promise.all([
    loadUnits(owners.map(([, id]) => id)),
    loadPersons(persons.map(([, id]) => id)),
  ])
  refuse('unit-unknown', unknownOf('unit-unknown', owners, new Set(units.map(({ id }) => id))))
  refuse('person-unknown', unknownOf('person-unknown', persons, new Set(found.map(({ id }) => id))))
}

type Source = ImportFacts['sources'][number]

const takeSource = async (
  actor: Actor,
  { file, ...source }: ImportInput['sources'][number],
  at: number,
  kept: ReadonlySet<string>,
): Promise<{ source: Source; use?: Operation }> => {
  if (file === undefined) return { source }
  if (kept.has(file)) return { source: { ...source, sha256: file } }
  if (!file.startsWith('upl_')) throw wrongField('file-unknown', `/sources/${at}/file`, file)
  const limits = { types: ['application/pdf'] as const, most: mostBytes }
  const { digest, use } = await acceptUpload(actor, file, limits).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
    const slug = error.slug === 'not-found' ? 'upload-unknown' : error.slug
    throw wrongField(slug, `/sources/${at}/file`, file)
  })
  return { source: { ...source, sha256: digest }, use }
}

/**
 * @param before the import as it stands: files it has need no new upload
 * @returns the facts to keep, and what uses up the uploads they name: belongs into the act's `write`
 * @throws Problem `secret-grade-refused`, `source-unknown`, `citation-unknown`, `page-counter`, `held-later`,
 * `unit-unknown`, `person-unknown`, `upload-unknown`, `upload-unchecked`, `upload-used`, `file-type-refused`, `file-unknown`
 */
export const takeFacts = async (
  actor: Actor,
  input: ImportInput,
  before?: ImportFacts,
): Promise<{ facts: ImportFacts; uses: Operation[] }> => {
  const classification = expectSound(input, civilDay(now().toISOString()))
  await expectKnown(input)
  const kept = new Set((before?.sources ?? []).flatMap(({ sha256 }) => sha256 ?? []))
  const taken = await Promise.all(input.sources.map((source, at) => takeSource(actor, source, at, kept)))
  const sources = taken.map(({ source }) => source)
  return { facts: { ...input, classification, sources }, uses: taken.flatMap(({ use }) => use ?? []) }
}
