// What may become of an import, and which event tells which part of it. Pure.
import { Problem, wrongField } from '#functions/shared/problem.ts'
import { startOf } from './held.rules.ts'
import { missingOf } from './open.rules.ts'
import { contradictionsOf } from './outcomes.rules.ts'
import {
  bothKept,
  type Import,
  type ImportFacts,
  listNames,
  type SettleInput,
  type Settlement,
} from './schema.ts'
import type { ImportHead } from './views.schema.ts'

const singles = ['title', 'hostUnitId', 'level', 'form', 'classification', 'venue', 'heldOn'] as const

/** The parts an import is told in: each of its fields, each entry of its lists. */
const partsOf = (facts: ImportFacts): Map<string, string> =>
  new Map([
    ...singles.map((name) => [name, JSON.stringify(facts[name] ?? null)] as const),
    ...listNames.flatMap((name) =>
      facts[name].map((entry) => [`${name} ${entry.key}`, JSON.stringify(entry)] as const),
    ),
  ])

/** What was told before in the same words stays told by its event; all else is told by the new one. */
const toldBy = (before: Pick<Import, 'facts' | 'told'> | undefined, facts: ImportFacts, event: string) => {
  const earlier = before ? partsOf(before.facts) : new Map<string, string>()
  return Object.fromEntries(
    [...partsOf(facts)].map(([part, content]) => {
      const kept = earlier.get(part) === content ? before?.told[part] : undefined
      return [part, kept ?? event]
    }),
  )
}

type Made = { tail: string; by: Import['by']; at: string; event: string }

export const newImport = (facts: ImportFacts, { tail, by, at, event }: Made): Import => ({
  id: `imp_${tail}`,
  conferenceId: `cnf_${tail}`,
  state: 'draft',
  facts,
  told: toldBy(undefined, facts, event),
  settlements: [],
  by,
  at,
  version: 1,
})

const tailOf = ({ id }: Pick<Import, 'id'>) => id.slice('imp_'.length)

/** Every try at sealing gives the same ids. */
export const minutesIdOf = (made: Pick<Import, 'id'>) => `min_${tailOf(made)}`
export const recordIdOf = (made: Pick<Import, 'id'>) => `rec_${tailOf(made)}`

/** What its files are rendered from; undefined until its text is fixed and attested. */
export const printableOf = (made: Pick<Import, 'id' | 'frozen'>) =>
  made.frozen && {
    id: minutesIdOf(made),
    digest: made.frozen.digest,
    attestations: [made.frozen.attestation],
  }

/** @throws Problem `import-state` naming where it stands */
export const expectState = ({ state }: Import, ...states: Import['state'][]): void => {
  if (!states.includes(state)) throw new Problem('import-state', { detail: state })
}

const next = (made: Import, change: Partial<Import>): Import => ({
  ...made,
  ...change,
  version: made.version + 1,
})

/** @throws Problem `import-state` */
export const edited = (made: Import, facts: ImportFacts, event: string): Import => {
  expectState(made, 'draft')
  return next(made, { facts, told: toldBy(made, facts, event) })
}

/** @throws Problem `import-state` */
export const withdrawn = (made: Import, taken: NonNullable<Import['withdrawn']>): Import => {
  expectState(made, 'draft')
  return next(made, { state: 'withdrawn', withdrawn: taken })
}

/** @throws Problem `import-state`, `not-found` for what no sources give differently, `choice-unknown` */
export const settled = (
  made: Import,
  { subject, chosen, reason }: SettleInput,
  by: Pick<Settlement, 'by' | 'at' | 'event'>,
): Import => {
  expectState(made, 'draft')
  const open = contradictionsOf(made).find((one) => one.subject === subject)
  if (!open) throw new Problem('not-found')
  const { statements } = open
  if (chosen !== bothKept && !statements.some(({ source }) => source === chosen))
    throw wrongField('choice-unknown', '/chosen', chosen)
  return next(made, { settlements: [...made.settlements, { subject, chosen, reason, ...by, statements }] })
}

/** @throws Problem `import-state`, `disagreement-unsettled` */
export const expectSealable = (made: Import): void => {
  expectState(made, 'draft')
  const open = unsettledOf(made)
  if (open > 0) throw new Problem('disagreement-unsettled', { detail: String(open) })
}

export const frozen = (made: Import, as: NonNullable<Import['frozen']>): Import =>
  next(made, { state: 'frozen', frozen: as })

export const sealed = (made: Import, seal: NonNullable<Import['seal']>): Import => {
  expectState(made, 'frozen')
  return next(made, { state: 'sealed', seal })
}

const unsettledOf = (made: Import): number => contradictionsOf(made).filter(({ settled }) => !settled).length

/** A line of the list. */
export const headOf = (made: Import): ImportHead => {
  const { id, state, at, by, seal, version, facts } = made
  const { title, hostUnitId, heldOn } = facts
  return {
    id,
    state,
    at,
    by,
    version,
    title,
    hostUnitId,
    heldOn,
    missing: missingOf(facts),
    startsAt: startOf(heldOn),
    unsettled: unsettledOf(made),
    ...(seal ? { seal } : {}),
  }
}
