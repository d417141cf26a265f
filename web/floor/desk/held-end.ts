// An end of turn that is held, noted on this device: a tab that is killed in those seconds is not the last that heard of it.

export type HeldEnd = { sub: string; requestId: string; who: string; until: number }

const nameOf = (conferenceId: string) => `diemcau.held-end.${conferenceId}`

export const noteEnd = (conferenceId: string, end: HeldEnd): void =>
  localStorage.setItem(nameOf(conferenceId), JSON.stringify(end))

export const forgetEnd = (conferenceId: string): void => localStorage.removeItem(nameOf(conferenceId))

/** Later than this nobody remembers what was pressed. */
const oldMs = 120_000
/** Another tab of the same desk may just be sending it. */
const graceMs = 1_500

/**
 * An end that its own tab never sent, of the turn that still runs.
 * @param now of the device's clock, as `until` is
 */
export const unsentEnd = (
  noted: HeldEnd | undefined,
  { sub, requestId }: { sub: string; requestId: string | undefined },
  now: number,
): HeldEnd | undefined => {
  if (!noted || noted.sub !== sub || noted.requestId !== requestId) return undefined
  const late = now - noted.until
  return late > graceMs && late < oldMs ? noted : undefined
}

export const notedEnd = (conferenceId: string): HeldEnd | undefined => {
  const text = localStorage.getItem(nameOf(conferenceId))
  return text === null ? undefined : JSON.parse(text)
}
