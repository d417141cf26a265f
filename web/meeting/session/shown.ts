// What of a stay is shown now, told anew at every change.
import type { Connection, Wishes } from './connection.ts'
import type { Seated, Shown, Standing } from './standing.ts'

export class ShownStay {
  #shown: Shown = { standing: { at: 'lobby' } }
  readonly #show: (shown: Shown) => void

  constructor(show: (shown: Shown) => void) {
    this.#show = show
  }

  get standing(): Standing {
    return this.#shown.standing
  }

  get seated(): Seated | undefined {
    return this.#shown.seated
  }

  stand(standing: Standing): void {
    this.#tell({ ...this.#shown, standing })
  }

  /** Shown with the next standing: a connection that has not begun is nothing to look at. */
  sit(connection: Connection, replica: boolean): void {
    this.#shown = { ...this.#shown, seated: { connection, replica, mayShow: true } }
  }

  change(seated: Partial<Seated>): void {
    if (this.#shown.seated) this.#tell({ ...this.#shown, seated: { ...this.#shown.seated, ...seated } })
  }

  /** Takes the connection away and ends it. */
  async clear(): Promise<void> {
    const { seated, standing } = this.#shown
    this.#shown = { standing }
    await seated?.connection.stop().catch(() => undefined)
  }

  /** A microphone that was closed stays closed when the same person sits down again. */
  wishes(wished: Wishes): Wishes {
    const muted = this.seated?.connection.audioVideo.realtimeIsLocalAudioMuted()
    return muted === undefined ? wished : { ...wished, heard: wished.maySpeak && !muted }
  }

  #tell(shown: Shown): void {
    this.#shown = shown
    this.#show(shown)
  }
}
