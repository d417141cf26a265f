// How a delegate acts for themselves, whoever lets them: a personal link, or an account of their own.

export type OwnAnswer = { answer: 'accepted' | 'declined'; note?: string }

export type OwnSubstitution = {
  delegate: { rank?: string; name: string; position: string }
  reason: string
}

/** Every act takes the idempotency key of its intent. */
export type Self = {
  /** What is shown of them is kept under it. */
  key: readonly unknown[]
  answer(told: OwnAnswer, key: string): Promise<unknown>
  substitute(told: OwnSubstitution, key: string): Promise<unknown>
  /** @param code the six digits shown at their point */
  checkIn(code: string, key: string): Promise<unknown>
}
