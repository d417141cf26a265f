// Lets a picture through from a key frame on, and numbers what passes without a gap where it was shut.

export class Gate {
  private offset: number | undefined
  private from = 0
  private last: number

  /** @param first the number the first packet gets */
  constructor(first: number) {
    this.last = first - 1
  }

  get open(): boolean {
    return this.offset !== undefined
  }

  /** Nothing passes before the next key frame. */
  shut(): void {
    this.offset = undefined
  }

  /** @param begins whether a key frame begins in it. @returns its number; undefined where it does not pass */
  pass(index: number, begins: boolean): number | undefined {
    if (this.offset === undefined) {
      if (!begins) return undefined
      this.offset = this.last + 1 - index
      this.from = index
    }
    // What came late belongs to a picture that was not shown.
    if (index < this.from) return undefined
    const number = index + this.offset
    if (number > this.last) this.last = number
    return number
  }
}
