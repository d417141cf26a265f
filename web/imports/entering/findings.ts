// What the API will find of what was typed, found beside the form by its own rules: gaps, notes, bounds. Pure.
import { expectSound } from '#functions/imports/checks.rules.ts'
import { flagsOf, missingOf } from '#functions/imports/open.rules.ts'
import { contradictionsOf } from '#functions/imports/outcomes.rules.ts'
import { newImport } from '#functions/imports/rules.ts'
import { type ImportFacts, type ImportInput, mostBytes, mostEntries } from '#functions/imports/schema.ts'
import type { Contradiction, ImportFlag, Missing } from '#functions/imports/views.schema.ts'
import { type FieldError, Problem } from '#functions/shared/problem.ts'
import type { Form } from './form.ts'
import { inputOf } from './form-input.ts'

/** What the API would refuse whatever else is typed. */
const refusedOf = (input: ImportInput, today: string): FieldError[] => {
  try {
    expectSound(input, today)
    return []
  } catch (error) {
    return error instanceof Problem ? (error.more.errors ?? []) : []
  }
}

export type Findings = {
  missing: Missing[]
  flags: ImportFlag[]
  contradictions: Contradiction[]
  refused: FieldError[]
  entries: number
  bytes: number
}

/** How much room is left, and when that is worth a warning. */
export const bounds = { entries: mostEntries, bytes: mostBytes, warnFrom: 0.9 }

const nobody = { tail: '', by: { sub: '', name: '' }, at: '', event: '' }

/** @param today the civil day */
export const findingsOf = (form: Form, today: string): Findings => {
  const input = inputOf(form)
  const made = newImport(input as ImportFacts, nobody)
  const entries = Object.values(form.lists).reduce((sum, rows) => sum + rows.length, 0)
  return {
    missing: missingOf(made.facts),
    flags: flagsOf(made),
    contradictions: contradictionsOf(made),
    refused: refusedOf(input, today),
    entries,
    bytes: new TextEncoder().encode(JSON.stringify(input)).length,
  }
}
