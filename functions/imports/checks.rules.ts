// What may not be entered: secrets, sources and citations that are not there, counters of pages, days to come. Pure.
import { bearsSecretStamp } from '#functions/conferences/secret.rules.ts'
import { type FieldError, Problem, wrongField } from '#functions/shared/problem.ts'
import { dayOf } from './held.rules.ts'
import { type ImportFacts, type ImportInput, listNames } from './schema.ts'
import { isPageCounter } from './spelling.rules.ts'

/** Every text of a value with the JSON pointer to it. */
export const textsIn = (value: unknown, at = ''): (readonly [pointer: string, text: string])[] => {
  if (typeof value === 'string') return [[at, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, `${at}/${name}`))
}

const refuse = (slug: 'secret-grade-refused' | 'page-counter' | 'source-unknown', errors: FieldError[]) => {
  if (errors.length > 0) throw new Problem(slug, { errors })
}

const errorsAt = (code: string, found: readonly (readonly [pointer: string, text: string])[]): FieldError[] =>
  found.map(([pointer, message]) => ({ pointer, code, message }))

/** @throws Problem `secret-grade-refused`: such matter may not be on a networked system */
const expectNoSecret = (input: ImportInput): ImportFacts['classification'] => {
  refuse(
    'secret-grade-refused',
    errorsAt(
      'secret-grade-refused',
      textsIn(input).filter(([, text]) => bearsSecretStamp(text)),
    ),
  )
  const { classification } = input
  if (classification === 'public' || classification === 'internal') return classification
  throw wrongField('secret-grade-refused', '/classification', classification)
}

/** @throws Problem `source-unknown` naming each entry whose source is not in the list */
const expectSources = (input: ImportInput): void => {
  const known = new Set(input.sources.map(({ key }) => key))
  const wrong = listNames.flatMap((name) =>
    input[name].flatMap((entry, at) =>
      'from' in entry && !known.has(entry.from.source)
        ? [[`/${name}/${at}/from/source`, entry.from.source] as const]
        : [],
    ),
  )
  refuse('source-unknown', errorsAt('source-unknown', wrong))
}

/** @throws Problem `citation-unknown` naming the first directive that rests on no citation of this import */
const expectCited = ({ directives, citations }: ImportInput): void => {
  const known = new Set(citations.map(({ key }) => key))
  directives.forEach((directive, at) => {
    const place = directive.citations.findIndex((key) => !known.has(key))
    const missing = directive.citations[place]
    if (missing) throw wrongField('citation-unknown', `/directives/${at}/citations/${place}`, missing)
  })
}

/** @throws Problem `person-unknown` naming the first paragraph whose words are nobody's here */
const expectSpeakers = ({ paragraphs, persons }: ImportInput): void => {
  const known = new Set(persons.map(({ key }) => key))
  const at = paragraphs.findIndex(({ by }) => by !== undefined && !known.has(by))
  if (at >= 0) throw wrongField('person-unknown', `/paragraphs/${at}/by`, paragraphs[at]?.by ?? '')
}

/** A conference that is yet to come is scheduled, not entered from documents. @throws Problem `held-later` */
const expectPast = ({ heldOn }: ImportInput, today: string): void => {
  const day = dayOf(heldOn)
  if (day && day > today) throw wrongField('held-later', '/heldOn/value', heldOn.value ?? '')
}

/**
 * @param today the civil day
 * @throws Problem `secret-grade-refused`, `source-unknown`, `citation-unknown`, `page-counter`, `held-later`
 */
export const expectSound = (input: ImportInput, today: string): ImportFacts['classification'] => {
  const classification = expectNoSecret(input)
  expectSources(input)
  expectCited(input)
  expectSpeakers(input)
  const counters = input.figures.flatMap(({ subject }, at) =>
    isPageCounter(subject) ? [[`/figures/${at}/subject`, subject] as const] : [],
  )
  refuse('page-counter', errorsAt('page-counter', counters))
  expectPast(input, today)
  return classification
}
