// Which directives the address asks for. Pure.
export const directiveStates = ['open', 'overdue', 'done'] as const
type DirectiveState = (typeof directiveStates)[number]

/** What the address asks for: of a unit that owns them, or of a host. */
export type DirectivesSought = { unit?: string; host?: string; state?: DirectiveState }

export const readDirectivesSought = ({ unit, host, state }: Record<string, unknown>): DirectivesSought => {
  const known = directiveStates.find((one) => one === state)
  const whose = typeof unit === 'string' ? { unit } : typeof host === 'string' ? { host } : {}
  return { ...whose, ...(known ? { state: known } : {}) }
}
