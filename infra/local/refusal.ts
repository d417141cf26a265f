// Why the home cannot start, in one sentence a person can act on: printed without a stack trace.

/** An expected obstacle. Its message is the whole answer. */
export class Refusal extends Error {}

/** @throws Refusal inside AWS, where there is the real one */
export const refuseInsideAws = (what: string): void => {
  if (process.env.AWS_LAMBDA_RUNTIME_API) throw new Refusal(`${what} does not run inside AWS.`)
}
