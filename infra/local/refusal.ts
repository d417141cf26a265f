// Why the home cannot start, in one sentence a person can act on: printed without a stack trace.

/** An expected obstacle. Its message is the whole answer. */
export class Refusal extends Error {}
