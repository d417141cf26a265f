// What is told about a session after its history ended, and still goes into its minutes until they are submitted. Pure.
const outcomeEvents = /^(directive|commendation|figure|citation)\.(recorded|revised|withdrawn)$/

type Named = { name: string }

/** Entered, worded anew or taken back; what is done about a directive later is none of the minutes'. */
export const isOutcomeEvent = ({ name }: Named): boolean => outcomeEvents.test(name)

/** What was settled, and what the conference brought about: written down when there is time for it. */
export const isAboutSession = (event: Named): boolean =>
  event.name.startsWith('disagreement.') || isOutcomeEvent(event)
