// Reads an IoT policy as IoT does: what no statement allows is refused; `*` stands for any letters. Pure.

export type Rule = { action: string; matches: RegExp }

type Document = { Statement: { Action: string; Resource: string[] }[] }

const pattern = (resource: string) =>
  new RegExp(`^${resource.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`)

/** @param documents as the authorizer answers them, JSON */
export const rulesOf = (documents: readonly string[]): Rule[] =>
  documents
    .flatMap((document) => (JSON.parse(document) as Document).Statement)
    .flatMap(({ Action, Resource }) =>
      Resource.map((resource) => ({ action: Action, matches: pattern(resource) })),
    )

export const allows = (rules: readonly Rule[], action: string, resource: string): boolean =>
  rules.some((rule) => rule.action === action && rule.matches.test(resource))
