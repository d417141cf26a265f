// Every statement of every policy of a template, flat: who is allowed what on which resource.
import type { Resource } from './templates.ts'

export type Statement = {
  policy: string
  kind: string
  effect: string
  actions: string[]
  resources: string[]
  conditions?: unknown
  sid?: string
}

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

type Document = {
  Statement?: { Sid?: string; Effect: string; Action?: unknown; Resource?: unknown; Condition?: unknown }[]
}

const documents = ({ Properties: p }: Resource): Document[] =>
  [
    p.PolicyDocument,
    p.KeyPolicy,
    p.AssumeRolePolicyDocument,
    ...list(p.Policies).map((inline) => (inline as { PolicyDocument?: unknown }).PolicyDocument),
  ].filter((found): found is Document => typeof found === 'object' && found !== null)

export const statementsOf = (resources: Resource[]): Statement[] =>
  resources.flatMap((resource) =>
    documents(resource).flatMap(({ Statement = [] }) =>
      Statement.map((statement) => ({
        policy: resource.id,
        kind: resource.Type,
        effect: statement.Effect,
        actions: list(statement.Action).map(String),
        resources: list(statement.Resource).map((one) =>
          typeof one === 'string' ? one : JSON.stringify(one),
        ),
        ...(statement.Condition ? { conditions: statement.Condition } : {}),
        ...(statement.Sid ? { sid: statement.Sid } : {}),
      })),
    ),
  )
