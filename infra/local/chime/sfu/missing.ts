// Packets a sender has sent that have not come: asked for at once, then again and again, until it is no use.

const againAfterMs = 60
const asksMost = 6
/** A greater gap is a new beginning: a key frame is the cure. */
const gapMost = 256
/** So many gone at once too: asking for all of them would be a flood of its own. */
const goneMost = 1024

export class Missing {
  private readonly asked = new Map<number, { asks: number; at: number }>()

  /** @param highest before this packet. @returns whether the packet is one that came before */
  note(index: number, highest: number): boolean {
    if (index <= highest) return !this.asked.delete(index)
    const gap = index - highest
    if (gap > gapMost || this.asked.size + gap > goneMost) this.asked.clear()
    else for (let gone = highest + 1; gone < index; gone++) this.asked.set(gone, { asks: 0, at: 0 })
    return false
  }

  /** What to ask for now, in order. */
  due(now: number): number[] {
    const due: number[] = []
    for (const [index, one] of this.asked) {
      if (one.asks > 0 && now - one.at < againAfterMs) continue
      if (one.asks >= asksMost) this.asked.delete(index)
      else {
        one.asks++
        one.at = now
        due.push(index)
      }
    }
    return due
  }

  get none(): boolean {
    return this.asked.size === 0
  }
}
