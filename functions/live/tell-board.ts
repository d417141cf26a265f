// Tells the screens what a newly built board changed.
import { boardMessages, type Snapshot, toldByRow } from './board-messages.rules.ts'
import { provincesOf } from './provinces.ts'
import { publish } from './publish.ts'

/** @param built without `news` whoever shows the board asks for it */
export const tellBoard = async (conferenceId: string, built: Snapshot): Promise<void> => {
  const { lines = [], gone = [] } = toldByRow(built) ?? {}
  const provinces = await provincesOf([...new Set([...lines, ...gone].map(({ unitId }) => unitId))])
  const messages = boardMessages(conferenceId, built, provinces)
  const [number, ...rows] = messages.toReversed()
  await publish(rows)
  if (number) await publish([number])
}
