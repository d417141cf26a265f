// The house's clock, moved by a test.
import { now, setClock } from '#functions/shared/clock.ts'

/** Moves the house's clock by so many minutes. */
export const laterBy = (minutes: number): void => {
  const offset = now().getTime() - Date.now() + minutes * 60_000
  setClock(() => new Date(Date.now() + offset))
}
