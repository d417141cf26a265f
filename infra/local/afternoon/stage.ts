// What a scene of the afternoon is given.

export type Stage = {
  origin: string
  /** Moves the house's clock. */
  goTo: (instant: string) => Promise<void>
  /** Says what was just done. */
  tell: (done: string) => void
}
