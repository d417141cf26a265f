// Tells the screens what a newly built board changed.
import { boardMessages, type Snapshot } from './board-messages.rules.ts'
import { publish } from './publish.ts'

/** @param built without `news` whoever shows the board asks for it */
export const tellBoard = async (conferenceId: string, built: Snapshot): Promise<void> => {
  const messages = boardMessages(conferenceId, built)
  const [number, ...rows] = messages.toReversed()
  await publish(rows)
  if (number) await publish([number])
}
